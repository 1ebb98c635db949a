import type { Random } from '../random.ts';
import { COMMON_SKILLS } from './departments.ts';
import type { Department } from './departments.ts';
import { EXPERIENCE_RULES } from './experience-rules.ts';
import type { Life } from './experience-rules.ts';

export interface Topics {
  readonly offers: readonly string[];
  readonly needs: readonly string[];
}

const NAMES_NO_NEED = 0.22;
const OFFERS_NOTHING = 0.03;

/** What somebody has come through and is facing: experiences that fit their life, and skills of their work. */
export function topicsFor(department: Department | null, life: Life, random: Random): Topics {
  const skills = [...(department?.skills ?? []), ...COMMON_SKILLS];
  const offers = [
    ...EXPERIENCE_RULES.filter((rule) => random.chance(rule.offer(life))).map((rule) => rule.name),
    ...random.some(skills, random.between(1, 1 + life.level)),
  ];
  const wishes = [
    ...EXPERIENCE_RULES.filter((rule) => random.chance(rule.need(life))).map((rule) => rule.name),
    ...random.some(skills, random.between(0, 2)),
  ];
  return {
    offers: random.chance(OFFERS_NOTHING) ? [] : [...new Set(offers)],
    needs: random.chance(NAMES_NO_NEED)
      ? []
      : [...new Set(wishes)].filter((topic) => !offers.includes(topic)),
  };
}
