import type { TopicNumbers } from '../prepare.ts';
import { neverRelaxed } from './rule.ts';
import type { PairRule } from './rule.ts';

/** Whether two ascending lists share a number. */
export function share(a: TopicNumbers, b: TopicNumbers): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) return true;
    if (difference < 0) i += 1;
    else j += 1;
  }
  return false;
}

/**
 * The mentor has come through something that the mentee is facing.
 * Peers may also be facing the same, or have come through the same.
 */
export const topic: PairRule = {
  name: 'topic',
  holds({ settings }, mentor, mentee) {
    if (share(mentor.offers, mentee.needs)) return true;
    if (settings.mode === 'mentoring') return false;
    return (
      share(mentee.offers, mentor.needs) ||
      share(mentee.needs, mentor.needs) ||
      share(mentee.offers, mentor.offers)
    );
  },
  relax: neverRelaxed,
};
