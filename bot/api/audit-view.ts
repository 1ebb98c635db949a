import { asId } from '../core/ids.ts';
import type { PersonId } from '../core/ids.ts';
import type { AuditEntry } from '../core/ports/privacy.ts';
import { recordView } from './audit.ts';
import { cardOf } from './cards.ts';
import type { AuditChain, AuditRow, Page } from './contract.ts';
import { route } from './route.ts';
import { chainQuery, pageQuery } from './schemas.ts';

/** Who looked at figures, took data or used a coordinator's power; newest first. */
export const audit = route({
  may: 'see-audit',
  of: 'programme',
  query: pageQuery,
  handle: async ({ subject, relations, query, ...asker }): Promise<Page<AuditRow>> => {
    const { reads } = asker.deps.store;
    // Once for each look: turning a page must not push the next page away.
    if (query.offset === 0) {
      const relation = relations.includes('coordinator') ? 'coordinator' : 'operator';
      await recordView(asker, subject.id, { action: 'view-audit', object: subject.id, relation });
    }
    const { entries, total } = await reads.privacy.audit(subject.id, query);
    const people = await reads.people.byIds(entries.flatMap(namedIn));
    const rows = entries.map(({ at, actor, action, relation, object }) => {
      // That somebody took or erased their own data is on record; who it was is for nobody to ask them about.
      const named = actor === null || relation === 'self' ? undefined : people.get(actor);
      const [who = null] = cardOf(named);
      const [about = null] = object === actor ? [] : cardOf(people.get(asId<PersonId>(object)));
      return { at: at.toISOString(), who, action, relation, about };
    });
    return { rows, total };
  },
});

/** Whether every entry still follows from the one before it, a stretch at a time. */
export const auditChain = route({
  may: 'see-audit',
  of: 'programme',
  query: chainQuery,
  handle: ({ deps, subject, query }): Promise<AuditChain> =>
    deps.store.reads.privacy.auditChain(subject.id, query.after ?? null),
});

const UUID = /^[0-9a-f-]{36}$/i;

/** Who did it, and the thing, where it may be a person. */
const namedIn = ({ actor, object }: AuditEntry): readonly PersonId[] => [
  ...(actor === null ? [] : [actor]),
  ...(UUID.test(object) ? [asId<PersonId>(object)] : []),
];
