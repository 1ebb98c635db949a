import type { Occurrence } from '../../bot/core/occurrence.ts';

/** What the texts begin with that are counted. */
export const PREFIX = 'p|';

/** The name of one thing that is to be said to one person once, whoever planned it. */
export const nameOf = ({ personId, period }: Pick<Occurrence, 'personId' | 'period'>): string =>
  `${PREFIX}${personId}|${period}`;
