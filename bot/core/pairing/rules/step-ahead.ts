import { LEVELS } from '../../person.ts';
import type { PairRule, Relaxation } from './rule.ts';

/** Furthest apart that two peers may be, in levels. */
const PEER_STEP = 1;
const WIDEST = LEVELS.length - 1;

/** The mentor is as many levels ahead as the programme says; peers are at most one level apart. */
export const stepAhead: PairRule = {
  name: 'step-ahead',
  holds({ settings }, mentor, mentee) {
    const levels = mentor.level - mentee.level;
    if (settings.mode !== 'mentoring') return Math.abs(levels) <= PEER_STEP;
    return levels >= settings.stepsAhead.min && levels <= settings.stepsAhead.max;
  },
  trait: (member) => member.level,
  relax(settings) {
    if (settings.mode !== 'mentoring') return [];
    const { min, max } = settings.stepsAhead;
    const wider: Relaxation[] = [];
    if (max < WIDEST) {
      wider.push({ settings: { ...settings, stepsAhead: { min, max: max + 1 } }, from: max, to: max + 1 });
    }
    if (min > 0) {
      wider.push({ settings: { ...settings, stepsAhead: { min: min - 1, max } }, from: min, to: min - 1 });
    }
    return wider;
  },
};
