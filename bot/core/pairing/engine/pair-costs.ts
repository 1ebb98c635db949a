import { FULL, fitParts, partWeights, shortfall, topicWeight } from '../fit.ts';
import type { PreparedMember } from '../prepare.ts';
import type { RuleContext } from '../rules/rule.ts';

/**
 * The parts of fit.ts as tables of whole numbers, for looking at a hundred million pairs. Every table is filled by
 * asking fit.ts itself about stand-ins, so that there is one definition of how well two fit.
 */
export interface PairCosts {
  readonly topicWeights: Int32Array;
  /** What the three parts other than topics add to the weighted sum, at most; and what topics add when full. */
  readonly topicsFull: number;
  readonly most: number;
  /** By fit: what the pair costs. */
  readonly costOfFit: Int32Array;
  readonly otherDepartment: number;
  /**
   * To a mentee of a level: by level of the mentor less the lowest, and by which of the two has more years, the
   * weighted step.
   */
  stepOf(mentee: Pick<PreparedMember, 'level'>): Int32Array;
  /** The weighted part of common time. */
  hoursOf(minutes: number): number;
}

/** What of a person may make a difference, in somebody who is otherwise like everyone. */
type StandIn = Partial<Pick<PreparedMember, 'level' | 'years'>>;

export function pairCosts(context: RuleContext, levels: { lowest: number; highest: number }): PairCosts {
  const { pool, settings } = context;
  const weights = partWeights(settings);
  const someone = pool.members[0];
  const partsOf = (mentor: StandIn, mentee: StandIn, minutes: number) => {
    if (someone === undefined) return { step: 0, hours: 0 };
    const alike = { settings, pool: { ...pool, commonMinutes: () => minutes } };
    return fitParts(alike, { ...someone, ...mentor }, { ...someone, ...mentee });
  };
  const steps = new Map<number, Int32Array>();
  return {
    topicWeights: Int32Array.from(pool.topics, (_topic, number) => topicWeight(pool, settings, number)),
    topicsFull: weights.topics,
    most: weights.topics + weights.step + weights.hours + weights.otherDepartment,
    costOfFit: Int32Array.from({ length: FULL + 1 }, (_none, fit) => shortfall(fit)),
    otherDepartment: weights.otherDepartment * FULL,
    stepOf({ level: own }) {
      const known = steps.get(own);
      if (known !== undefined) return known;
      const made = new Int32Array((levels.highest - levels.lowest + 1) * 3);
      for (let level = levels.lowest; level <= levels.highest; level += 1) {
        for (const ahead of [-1, 0, 1]) {
          const step = partsOf({ level, years: ahead }, { level: own, years: 0 }, 0).step;
          made[(level - levels.lowest) * 3 + ahead + 1] = weights.step * step;
        }
      }
      steps.set(own, made);
      return made;
    },
    hoursOf: (minutes) => weights.hours * partsOf({}, {}, minutes).hours,
  };
}
