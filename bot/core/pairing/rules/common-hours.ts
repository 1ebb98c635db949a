import type { PairRule } from './rule.ts';

/** On some day of the week both work at the same time for at least the programme's hours in one stretch. */
export const commonHours: PairRule = {
  name: 'common-hours',
  holds: ({ pool, settings }, mentor, mentee) =>
    pool.commonMinutes(mentor, mentee) >= settings.commonHours * 60,
  trait: (member) => member.clock,
  relax: (settings) =>
    settings.commonHours === 0
      ? []
      : [
          {
            settings: { ...settings, commonHours: settings.commonHours - 1 },
            from: settings.commonHours,
            to: settings.commonHours - 1,
          },
        ],
};
