import { resendMessage as resend } from '../actions/resend-message.ts';
import { takenInSecond } from '../core/permit.ts';
import { personCard } from './cards.ts';
import { recordView } from './audit.ts';
import type { DeliveryView, UnclearMessage } from './contract.ts';
import { route } from './route.ts';
import type { Asker } from './asker.ts';
import { pageQuery, resendBody } from './schemas.ts';
import type { ProgrammeId } from '../core/ids.ts';

/** How sending goes: counts, what is due for longest, the rate, and what nobody knows of. */
export const programmeDelivery = route({
  may: 'see-programme',
  of: 'programme',
  query: pageQuery,
  handle: async ({ subject, query, ...asker }): Promise<DeliveryView> => {
    const { deps } = asker;
    const { id, tenantId } = subject;
    const { occurrences } = deps.store.reads;
    const now = deps.now();
    const permits = await occurrences.permits(tenantId, 'proactive', now);
    const { pausedUntil } = permits;
    // Who is named here has not been told something: that somebody looked is on record.
    await recordView(asker, id, { action: 'view-delivery', object: id, relation: 'coordinator' });
    return {
      states: await occurrences.countByState(id),
      oldestDueAt: (await occurrences.oldestDue(now, id))?.toISOString() ?? null,
      perSecond: takenInSecond(permits, now),
      pausedUntil: pausedUntil !== null && pausedUntil > now ? pausedUntil.toISOString() : null,
      unclear: await unclearOf(asker, id, query),
    };
  },
});

export const resendMessage = route({
  may: 'resend-messages',
  of: 'message',
  body: resendBody,
  handle: ({ deps, person, subject, body }) =>
    resend(deps, { occurrence: subject.id, actor: person.id, reason: body.reason }),
});

async function unclearOf(
  { deps }: Asker,
  programme: ProgrammeId,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly UnclearMessage[]> {
  const { reads } = deps.store;
  const unclear = await reads.occurrences.unclear(programme, deps.now(), page);
  const people = await reads.people.byIds(unclear.map(({ personId }) => personId));
  return unclear.flatMap(({ id, personId, kind, sentAt }) => {
    const person = people.get(personId);
    return person === undefined
      ? []
      : [{ id, person: personCard(person), kind, sentAt: sentAt?.toISOString() ?? null }];
  });
}
