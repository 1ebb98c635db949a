import type { PersonId, ProgrammeId, TopicId } from '../../core/ids.ts';
import type { TopicSide } from '../../core/member.ts';
import type { ProposalSide } from '../../core/round.ts';
import type { ReadDb } from '../db.ts';
import { first, ofFound } from '../portable.ts';

/** A topic may be held by a whole company: of each, so many are read on either side of the person in the order of ids. */
const NEAREST = 1000;

const OTHER_SIDE = { offer: 'need', need: 'offer' } as const;

/** A mentor's offers meet needs, a mentee's needs meet offers; among peers any topic of the one may be any of the other. */
export async function sharingTopics(
  store: ReadDb,
  programme: ProgrammeId,
  { personId, role }: Pick<ProposalSide, 'personId' | 'role'>,
): Promise<readonly PersonId[]> {
  const topics = await store.db
    .selectFrom('memberTopics')
    .where('programmeId', '=', programme)
    .where('personId', '=', personId)
    .$if(role !== 'peer', (query) => query.where('side', '=', role === 'mentor' ? 'offer' : 'need'))
    .select(['topicId', 'side'])
    .execute();
  const shared = new Map<PersonId, number>();
  for (const { topicId, side } of topics) {
    const sides: readonly TopicSide[] = role === 'peer' ? ['offer', 'need'] : [OTHER_SIDE[side]];
    for (const theirs of sides)
      for (const other of await around(store, programme, { topicId, side: theirs, personId }))
        shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared].toSorted(([, a], [, b]) => b - a).map(([person]) => person);
}

interface Holding {
  readonly topicId: TopicId;
  readonly side: TopicSide;
  readonly personId: PersonId;
}

async function around(
  { db, engine }: ReadDb,
  programme: ProgrammeId,
  { topicId, side, personId }: Holding,
): Promise<readonly PersonId[]> {
  const holding = db
    .selectFrom('memberTopics')
    .where('topicId', '=', topicId)
    .where('side', '=', side)
    .where(ofFound(engine, 'programmeId'), '=', programme)
    .select('personId');
  const after = holding.where('personId', '>', personId).orderBy('personId');
  const before = holding.where('personId', '<', personId).orderBy('personId', 'desc');
  const rows = [
    ...(await first(engine, after, NEAREST).execute()),
    ...(await first(engine, before, NEAREST).execute()),
  ];
  return rows.map((row) => row.personId);
}
