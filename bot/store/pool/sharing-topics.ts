import type { PersonId, ProgrammeId } from '../../core/ids.ts';
import type { Role } from '../../core/round.ts';
import type { ReadDb } from '../db.ts';
import { ofFound, paged } from '../portable.ts';

/** Who shares most comes first. A mentor's offers meet needs, a mentee's needs meet offers; among peers any topic of the one may be any of the other. */
export async function sharingTopics(
  { db, engine }: ReadDb,
  programme: ProgrammeId,
  { personId, role }: { readonly personId: PersonId; readonly role: Role },
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly PersonId[]> {
  const [own, theirs] = role === 'mentor' ? (['offer', 'need'] as const) : (['need', 'offer'] as const);
  const sharing = db
    .selectFrom('memberTopics as mine')
    .innerJoin('memberTopics as other', (join) =>
      join
        .onRef('other.topicId', '=', 'mine.topicId')
        .on(ofFound(engine, 'other.programmeId'), '=', programme),
    )
    .where('mine.programmeId', '=', programme)
    .where('mine.personId', '=', personId)
    .where('other.personId', '<>', personId)
    .$if(role !== 'peer', (query) => query.where('mine.side', '=', own).where('other.side', '=', theirs))
    .groupBy('other.personId')
    .select('other.personId')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('other.personId');
  return (await paged(engine, sharing, page).execute()).map((row) => row.personId);
}
