/** What about a person makes an experience likely. */
export interface Life {
  readonly level: number;
  readonly years: number;
  readonly leads: boolean;
  readonly technical: boolean;
  /** Works in a country whose main language is not their first. */
  readonly abroad: boolean;
}

interface ExperienceRule {
  readonly name: string;
  /** Chance of having come through it, and of facing it. */
  readonly offer: (life: Life) => number;
  readonly need: (life: Life) => number;
}

const always = (chance: number) => (): number => chance;

/** How often each lived experience is met in the made-up company. Names are those of the catalogue. */
export const EXPERIENCE_RULES: readonly ExperienceRule[] = [
  {
    name: 'Leading people for the first time',
    offer: ({ leads, level }) => (leads && level >= 4 ? 0.85 : leads && level === 3 ? 0.4 : 0.03),
    need: ({ leads, level }) => (leads && level <= 3 ? 0.6 : level === 2 || level === 3 ? 0.12 : 0),
  },
  {
    name: 'First months in a new job',
    offer: ({ level }) => (level >= 2 ? 0.35 : 0.1),
    need: ({ level, years }) => (level === 1 ? 0.5 : years < 4 ? 0.15 : 0.04),
  },
  {
    name: 'Giving hard feedback',
    offer: ({ leads, level }) => (leads && level >= 4 ? 0.4 : 0.04),
    need: ({ leads }) => (leads ? 0.22 : 0.03),
  },
  {
    name: 'From expert to lead',
    offer: ({ leads, level }) => (leads && level >= 3 ? 0.3 : 0.02),
    need: ({ leads, level }) => (!leads && level >= 3 ? 0.12 : 0.02),
  },
  {
    name: 'Hiring for the first time',
    offer: ({ leads }) => (leads ? 0.35 : 0.03),
    need: ({ leads, level }) => (leads && level <= 3 ? 0.2 : 0.01),
  },
  {
    name: 'Finding my way after a promotion',
    offer: ({ level }) => (level >= 3 ? 0.22 : 0.04),
    need: ({ level }) => (level === 2 || level === 3 ? 0.12 : 0.04),
  },
  {
    name: 'Going through a reorganisation',
    offer: ({ level }) => (level >= 4 ? 0.3 : 0.06),
    need: always(0.04),
  },
  {
    name: 'Recovering from a failed project',
    offer: ({ level }) => (level >= 3 ? 0.2 : 0.03),
    need: ({ level }) => (level >= 2 ? 0.05 : 0.01),
  },
  {
    name: 'First time on call',
    offer: ({ technical, level }) => (technical && level >= 2 ? 0.3 : 0.02),
    need: ({ technical, level }) => (technical && level <= 2 ? 0.18 : 0),
  },
  {
    name: 'Moving country',
    offer: ({ abroad, years }) => (abroad && years >= 2 ? 0.6 : 0.05),
    need: ({ abroad, years }) => (abroad && years < 5 ? 0.3 : 0.03),
  },
  {
    name: 'Working in a second language',
    offer: ({ abroad }) => (abroad ? 0.35 : 0.03),
    need: ({ abroad, years }) => (abroad && years < 5 ? 0.2 : 0.02),
  },
  { name: 'Near the end of a career', offer: always(0), need: ({ years }) => (years >= 29 ? 0.4 : 0) },
  {
    name: 'Back from parental leave',
    offer: ({ years }) => (years >= 6 ? 0.16 : 0.01),
    need: ({ years }) => (years >= 4 && years <= 16 ? 0.07 : 0),
  },
  { name: 'Working remotely', offer: always(0.25), need: always(0.04) },
  { name: 'Changing career', offer: ({ years }) => (years >= 4 ? 0.16 : 0.06), need: always(0.06) },
  { name: 'Speaking in public', offer: ({ level }) => (level >= 3 ? 0.24 : 0.06), need: always(0.09) },
  { name: 'Saying no', offer: ({ level }) => (level >= 3 ? 0.2 : 0.05), need: always(0.08) },
  { name: 'A difficult colleague', offer: always(0.12), need: always(0.05) },
  { name: 'Asking for a raise', offer: ({ years }) => (years >= 5 ? 0.14 : 0.03), need: always(0.06) },
  { name: 'Burnout and coming back', offer: ({ years }) => (years >= 5 ? 0.07 : 0.01), need: always(0.02) },
  { name: 'Studying beside work', offer: always(0.12), need: ({ level }) => (level <= 2 ? 0.1 : 0.02) },
  { name: 'Caring for a relative', offer: ({ years }) => (years >= 12 ? 0.09 : 0.01), need: always(0.02) },
  { name: 'Working part-time', offer: always(0.07), need: always(0.03) },
  { name: 'Doubting myself', offer: ({ level }) => (level >= 3 ? 0.14 : 0.04), need: always(0.08) },
];
