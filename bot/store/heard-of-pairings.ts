import { HELPFULNESS } from '../core/check-in.ts';
import { confide } from '../core/confidential.ts';
import type { ProgrammeId } from '../core/ids.ts';
import type { HeardOf } from '../core/learning/observe.ts';
import type { Reason } from '../core/round.ts';
import { fiveOf } from './check-ins.ts';
import type { ReadDb } from './db.ts';
import { fromJson, groupBy } from './json.ts';
import { helpedPlace } from './sealing/places.ts';

/** Opens whether it helped, of pairings of two with a mentor: for learning in the large only. */
export async function heardOfPairings(
  { db, sealing }: ReadDb,
  programme: ProgrammeId,
  until: Date,
): Promise<readonly HeardOf[]> {
  const rows = await db
    .selectFrom('checkIns')
    .innerJoin('pairings', 'pairings.id', 'checkIns.pairingId')
    .where('checkIns.programmeId', '=', programme)
    .where('checkIns.answeredAt', '<', until)
    .where('pairings.kind', 'in', ['mentoring', 'exchange'])
    .select([
      'checkIns.id',
      'checkIns.personId',
      'checkIns.pairingId',
      'checkIns.connected',
      'checkIns.helpedSealed',
      'pairings.reasonsJson',
    ])
    .orderBy('checkIns.pairingId')
    .orderBy('checkIns.personId')
    .execute();
  const open = await sealing.opener(rows.map((row) => row.personId));
  const groups = groupBy(rows, (row) => `${row.pairingId} ${row.personId}`);
  return [...groups.values()].flatMap((group): HeardOf[] => {
    const [first] = group;
    const helped = group.flatMap((row) =>
      row.helpedSealed === null ? [] : [fiveOf(HELPFULNESS, open(helpedPlace(row), row.helpedSealed))],
    );
    if (first === undefined || helped.length === 0) return [];
    const reasons = fromJson<readonly Reason[]>(first.reasonsJson);
    // Erased with a person: then nothing is known any more about why.
    if (reasons.length === 0) return [];
    const { pairingId, personId } = first;
    const told = group.filter((row) => row.connected !== null);
    return [
      {
        pairingId,
        personId,
        reasons,
        helped: confide(helped.reduce((sum: number, value) => sum + value, 0) / helped.length),
        met: told.length === 0 ? 0 : told.filter((row) => row.connected === 'yes').length / told.length,
      },
    ];
  });
}
