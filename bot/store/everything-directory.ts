import type { PersonId } from '../core/ids.ts';
import type { ReadDb } from './db.ts';
import { fromJson } from './json.ts';
import { startsWith } from './portable.ts';

type Tables = Readonly<Record<string, readonly unknown[]>>;

/** What the directory gave, and what the person set for themselves. */
export async function ownPerson({ db }: ReadDb, person: PersonId): Promise<Tables> {
  return {
    person: await db
      .selectFrom('people')
      .leftJoin('people as boss', 'boss.id', 'people.managerId')
      .where('people.id', '=', person)
      .select([
        'people.id',
        'people.tenantId',
        'people.directoryId',
        'people.objectId',
        'people.displayName',
        'people.email',
        'people.jobTitle',
        'people.department',
        'people.level',
        'people.yearsExperience',
        'people.isPeopleManager',
        'people.country',
        'people.timeZone',
        'people.languages',
        'boss.displayName as manager',
        'people.leftAt',
        'people.createdAt',
        'people.updatedAt',
      ])
      .execute(),
    preferences: await db
      .selectFrom('preferences')
      .where('personId', '=', person)
      .select(['locale', 'workDays', 'startMinute', 'endMinute', 'timeZone', 'languages'])
      .execute(),
    suggestedTopics: await db
      .selectFrom('personTopics')
      .innerJoin('topics', 'topics.id', 'personTopics.topicId')
      .where('personTopics.personId', '=', person)
      .select(['topics.name as topic', 'personTopics.side'])
      .orderBy('topics.nameKey')
      .execute(),
    countedIn: await db
      .selectFrom('releasedCohorts')
      .innerJoin('programmes', 'programmes.id', 'releasedCohorts.programmeId')
      .where('releasedCohorts.personId', '=', person)
      .select(['programmes.name as programme', 'releasedCohorts.question', 'releasedCohorts.period'])
      .orderBy('releasedCohorts.period')
      .orderBy('releasedCohorts.question')
      .execute(),
    dataKey: await db
      .selectFrom('dataKeys')
      .where('personId', '=', person)
      .select(['wrappingKeyId', 'createdAt'])
      .execute(),
  };
}

/** How the bot reaches the person, what it said and why, and where the conversation stands. */
export async function ownReach({ db, engine }: ReadDb, person: PersonId): Promise<Tables> {
  const dialogs = await db
    .selectFrom('dialogs')
    .where('personId', '=', person)
    .select(['stateJson', 'version', 'updatedAt'])
    .execute();
  return {
    conversation: await db
      .selectFrom('conversations')
      .where('personId', '=', person)
      .select(['serviceUrl', 'conversationId', 'userId', 'botId', 'unreachable', 'updatedAt'])
      .execute(),
    dialog: dialogs.map(({ stateJson, ...rest }) => ({ ...rest, state: fromJson<unknown>(stateJson) })),
    received: await db
      .selectFrom('inbox')
      .innerJoin('conversations', 'conversations.conversationId', 'inbox.conversationId')
      .where('conversations.personId', '=', person)
      .select(['inbox.activityId', 'inbox.receivedAt'])
      .orderBy('inbox.receivedAt')
      .execute(),
    presses: await db
      .selectFrom('cardAnswers')
      .where(startsWith(engine, 'cardKey', `${person}|`))
      .select(['cardKey as card', 'answeredAt'])
      .orderBy('answeredAt')
      .execute(),
    messages: await db
      .selectFrom('occurrences')
      .where('personId', '=', person)
      .select(['kind', 'period', 'state', 'dueAt', 'sentAt'])
      .orderBy('dueAt')
      .orderBy('id')
      .execute(),
    audit: await db
      .selectFrom('audit')
      .where('actorId', '=', person)
      .select(['at', 'action', 'object', 'relation'])
      .orderBy('at')
      .execute(),
  };
}
