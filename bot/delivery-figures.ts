import type { Store } from './core/ports/store.ts';
import { OCCURRENCE_STATES } from './core/occurrence.ts';
import type { OccurrenceState } from './core/occurrence.ts';
import { takenInSecond } from './core/permit.ts';

/** How sending goes over all running programmes: numbers only, of nobody in particular. */
export interface DeliveryFigures {
  readonly states: Readonly<Record<OccurrenceState, number>>;
  /** How long the oldest one has been due. */
  readonly oldestDueSeconds: number;
  readonly perSecond: number;
  /** How much longer Teams asked us to pause. */
  readonly pausedSeconds: number;
}

export async function deliveryFigures(store: Pick<Store, 'reads'>, now: Date): Promise<DeliveryFigures> {
  const { programmes, occurrences } = store.reads;
  const running = await programmes.running();
  const counted = await Promise.all(running.map(({ id }) => occurrences.countByState(id)));
  const tenants = [...new Set(running.map(({ tenantId }) => tenantId))];
  const permits = await Promise.all(tenants.map((tenant) => occurrences.permits(tenant, 'proactive', now)));
  const oldest = await occurrences.oldestDue(now);
  const total = (state: OccurrenceState) => counted.reduce((sum, counts) => sum + counts[state], 0);
  const paused = permits.map(({ pausedUntil }) => secondsBetween(now, pausedUntil ?? now));
  return {
    states: Object.fromEntries(OCCURRENCE_STATES.map((state) => [state, total(state)])) as Record<
      OccurrenceState,
      number
    >,
    oldestDueSeconds: oldest === null ? 0 : secondsBetween(oldest, now),
    perSecond: permits.reduce((sum, each) => sum + takenInSecond(each, now), 0),
    pausedSeconds: Math.max(0, ...paused),
  };
}

const secondsBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
