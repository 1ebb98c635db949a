import { HELPFULNESS } from '../core/check-in.ts';
import { confide } from '../core/confidential.ts';
import { asId } from '../core/ids.ts';
import type { PairingId, ProgrammeId } from '../core/ids.ts';
import type { HeardOf } from '../core/learning/observe.ts';
import type { Reason } from '../core/round.ts';
import { fiveOf } from './check-ins.ts';
import type { ReadDb } from './db.ts';
import { fromJson, groupBy } from './json.ts';
import { first, inChunks, ofFound } from './portable.ts';
import { helpedPlace } from './sealing/places.ts';

/** The id that both engines put before all others. */
const BEFORE_ALL = asId<PairingId>('00000000-0000-0000-0000-000000000000');

interface Asked {
  readonly programme: ProgrammeId;
  readonly until: Date;
  readonly after: PairingId | null;
  readonly limit: number;
}

/** Opens whether it helped, of some pairings of two with a mentor: for learning in the large only. */
export async function heardOfPairings(
  store: ReadDb,
  asked: Asked,
): Promise<{ readonly heard: readonly HeardOf[]; readonly last: PairingId | null }> {
  const pairings = await nextPairings(store, asked);
  const ids = pairings.map((pairing) => pairing.id);
  const last = ids.length < asked.limit ? null : (ids.at(-1) ?? null);
  return { heard: await heardOf(store, ids, asked.until), last };
}

function nextPairings({ db, engine }: ReadDb, { programme, after, limit }: Asked) {
  // By id alone: all of the programme put in order for each page would be read again and again.
  const next = db
    .selectFrom('pairings')
    .where('id', '>', after ?? BEFORE_ALL)
    .where(ofFound(engine, 'programmeId'), '=', programme)
    .select('id')
    .orderBy('id');
  return first(engine, next, limit).execute();
}

async function heardOf(
  { db, sealing }: ReadDb,
  pairings: readonly PairingId[],
  until: Date,
): Promise<readonly HeardOf[]> {
  const rows = await inChunks(pairings, (ids) =>
    db
      .selectFrom('checkIns')
      .innerJoin('pairings', 'pairings.id', 'checkIns.pairingId')
      .where('checkIns.pairingId', 'in', ids)
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
      .execute(),
  );
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
