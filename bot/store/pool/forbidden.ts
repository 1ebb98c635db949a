import type { PersonId, ProgrammeId } from '../../core/ids.ts';
import { ANSWERS } from '../../core/round.ts';
import { askAmong, inProgramme } from './among.ts';
import type { Among } from './among.ts';
import type { ReadDb } from '../db.ts';

const NOT_YES = ANSWERS.filter((answer) => answer !== 'yes');

type Pair = readonly [PersonId, PersonId];

/**
 * Pairs that may not be made now, each once, the smaller id first: on a do-not-pair list of either, together now or
 * within the cooldown, proposed to each other now, or declined by one of the two within the cooldown. Among some people:
 * all pairs of two of them, and others.
 */
export async function forbiddenPairs(
  store: ReadDb,
  programme: ProgrammeId,
  cooldownSince: Date,
  among: Among,
): Promise<readonly Pair[]> {
  const rows = [
    ...(await askAmong(among, (some) => avoided(store, programme, some))),
    ...(await askAmong(among, (some) => paired(store, programme, cooldownSince, some))),
    ...(await askAmong(among, (some) => proposed(store, programme, cooldownSince, some))),
  ];
  const pairs = new Map<string, Pair>();
  for (const { one, other } of rows) {
    const pair: Pair = one < other ? [one, other] : [other, one];
    pairs.set(pair.join(' '), pair);
  }
  return [...pairs.values()];
}

/** The lists of this programme's members. */
function avoided({ db }: ReadDb, programme: ProgrammeId, some: Among) {
  return db
    .selectFrom('doNotPair')
    .innerJoin('members', 'members.personId', 'doNotPair.personId')
    .where('members.programmeId', '=', programme)
    .$if(some !== null, (query) => query.where('doNotPair.personId', 'in', some ?? []))
    .select(['doNotPair.personId as one', 'doNotPair.otherPersonId as other'])
    .execute();
}

function paired({ db, engine }: ReadDb, programme: ProgrammeId, since: Date, some: Among) {
  return db
    .selectFrom('pairings')
    .innerJoin('pairingPeople as a', 'a.pairingId', 'pairings.id')
    .innerJoin('pairingPeople as b', 'b.pairingId', 'pairings.id')
    .whereRef('a.position', '<', 'b.position')
    .where(inProgramme(engine, 'pairings', programme, some))
    .$if(some !== null, (query) => query.where('a.personId', 'in', some ?? []))
    .where((eb) => eb.or([eb('pairings.state', '<>', 'ended'), eb('pairings.endedAt', '>=', since)]))
    .select(['a.personId as one', 'b.personId as other'])
    .execute();
}

/** Open ones, and those in which somebody did not say yes; in a circle the others may still meet. */
function proposed({ db, engine }: ReadDb, programme: ProgrammeId, since: Date, some: Among) {
  return db
    .selectFrom('proposals')
    .innerJoin('proposalPeople as a', 'a.proposalId', 'proposals.id')
    .innerJoin('proposalPeople as b', 'b.proposalId', 'proposals.id')
    .whereRef('a.position', '<', 'b.position')
    .where(inProgramme(engine, 'proposals', programme, some))
    .$if(some !== null, (query) => query.where('a.personId', 'in', some ?? []))
    .where((eb) =>
      eb.or([
        eb('proposals.state', '=', 'open'),
        eb.and([
          eb('proposals.state', 'in', ['declined', 'expired']),
          eb('proposals.closedAt', '>=', since),
          eb.or([
            eb('proposals.kind', '<>', 'circle'),
            eb('a.answer', 'in', NOT_YES),
            eb('b.answer', 'in', NOT_YES),
            eb.and([
              eb('proposals.state', '=', 'expired'),
              eb.or([eb('a.answer', 'is', null), eb('b.answer', 'is', null)]),
            ]),
          ]),
        ]),
      ]),
    )
    .select(['a.personId as one', 'b.personId as other'])
    .execute();
}
