import type { Deps } from '../../core/deps.ts';
import type { Random } from '../random.ts';

const BATCH = 500;
const HOUR_MS = 3_600_000;

/** What the bot had to say until then has been said; to the few without the app it could not be. */
export async function letArrive(
  deps: Deps,
  { until, random }: { until: Date; random: Random },
): Promise<number> {
  const worker = `demonstration-${deps.newId()}`;
  const leaseUntil = new Date(until.getTime() + HOUR_MS);
  let arrived = 0;
  for (;;) {
    const count = await deps.store.transaction(async (tx) => {
      const claimed = await tx.occurrences.claim({ worker, now: until, leaseUntil, limit: BATCH });
      for (const { id, fence, dueAt } of claimed) {
        const to = random.chance(0.015) ? 'undeliverable' : 'sent';
        await tx.occurrences.move(id, fence, 'claimed', { to: 'sending', at: dueAt });
        await tx.occurrences.move(id, fence, 'sending', {
          to,
          at: dueAt,
          ...(to === 'sent' ? { activityId: deps.newId() } : { reason: 'not-installed' }),
        });
      }
      return claimed.length;
    });
    arrived += count;
    if (count < BATCH) return arrived;
  }
}
