import type { AuditChain, AuditRow, CoordinatorRow, PersonBody } from '../../../bot/api/contract.ts';
import { AUDIT_ACTIONS } from '../../../bot/core/audit.ts';
import type { Asked } from './answers.ts';
import { PEOPLE, person } from './people.ts';
import { Refused } from './refused.ts';

/** One coordinator, and an audit of two pages with every kind of entry. */
export function oversight(): { coordinators: CoordinatorRow[]; audit: AuditRow[]; chain: AuditChain } {
  const audit = Array.from({ length: 30 }, (_none, at): AuditRow => {
    const action = AUDIT_ACTIONS[at % AUDIT_ACTIONS.length] ?? 'view-audit';
    const byClock = action === 'forget-audit';
    return {
      at: new Date(Date.UTC(2026, 10, 23, 9, 59 - at)).toISOString(),
      who: byClock ? null : person(action === 'view-team-figures' ? 1 : 2),
      action,
      relation: byClock ? 'service' : action === 'view-team-figures' ? 'manager' : 'coordinator',
      about: action.endsWith('-coordinator') ? person(5) : null,
    };
  });
  return {
    coordinators: [{ ...person(2), since: '2026-09-01T08:00:00.000Z', by: null, self: false }],
    audit,
    chain: { entries: audit.length, brokenAt: null, head: `30:${'a'.repeat(64)}`, next: null },
  };
}

export function appoint({ world, personId, body }: Asked): void {
  const found = PEOPLE.find((one) => one.id === (body as PersonBody).personId);
  if (!found) throw new Refused('not-found', 404);
  const by = person(Number(personId.slice(1))).name;
  world.coordinators = [
    ...world.coordinators,
    { ...found, since: new Date().toISOString(), by, self: false },
  ];
}

export function dismiss({ world, body }: Asked): void {
  const left = world.coordinators.filter((one) => one.id !== (body as PersonBody).personId);
  if (left.length === 0) throw new Refused('last-coordinator', 409);
  world.coordinators = left;
}
