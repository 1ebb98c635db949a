import type { PersonId, ProgrammeId } from '../../core/ids.ts';
import type { Role } from '../../core/round.ts';
import type { ReadDb } from '../db.ts';

/** A mentor's offers meet needs, a mentee's needs meet offers; among peers any topic of the one may be any of the other. */
export async function sharingTopics(
  { db }: ReadDb,
  programme: ProgrammeId,
  person: PersonId,
  role: Role,
): Promise<readonly PersonId[]> {
  const [own, theirs] = role === 'mentor' ? (['offer', 'need'] as const) : (['need', 'offer'] as const);
  const rows = await db
    .selectFrom('memberTopics as mine')
    .innerJoin('memberTopics as other', (join) =>
      join.onRef('other.topicId', '=', 'mine.topicId').onRef('other.programmeId', '=', 'mine.programmeId'),
    )
    .where('mine.programmeId', '=', programme)
    .where('mine.personId', '=', person)
    .where('other.personId', '<>', person)
    .$if(role !== 'peer', (query) => query.where('mine.side', '=', own).where('other.side', '=', theirs))
    .select('other.personId')
    .distinct()
    .execute();
  return rows.map((row) => row.personId);
}
