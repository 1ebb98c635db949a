import type { AuditAction } from '../core/audit.ts';
import type { Deps } from '../core/deps.ts';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import type { Coordinator } from '../core/ports/programmes.ts';
import type { Writes } from '../core/ports/store.ts';

/** Who gives or takes the running of a programme, and by what right. */
export interface Appointment {
  readonly programmeId: ProgrammeId;
  /** Null for who runs the service, from its command line. */
  readonly actor: PersonId | null;
  readonly relation: 'coordinator' | 'operator';
}

/** Whether the right still holds inside the transaction: another coordinator may have taken it meanwhile. */
export const stillMayAppoint = (
  { actor, relation }: Appointment,
  coordinators: readonly Coordinator[],
): boolean => relation === 'operator' || coordinators.some((one) => one.personId === actor);

export function recordRole(
  deps: Deps,
  tx: Writes,
  { programmeId, personId, actor, relation }: Appointment & { readonly personId: PersonId },
  action: AuditAction,
): Promise<void> {
  return tx.privacy.record(programmeId, { at: deps.now(), actor, action, object: personId, relation });
}
