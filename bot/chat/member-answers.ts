/** Answers to commands that need no conversation: typed or pressed, they are the same. */
import { changePreferences } from '../actions/change-preferences.ts';
import { leaveProgramme } from '../actions/leave-programme.ts';
import { pauseMembership } from '../actions/pause-membership.ts';
import { resumeMembership } from '../actions/resume-membership.ts';
import type { Locale } from '../core/person.ts';
import type { Message } from '../core/ports/messaging.ts';
import { Refusal } from '../core/refusal.ts';
import { NEW_DIALOG } from '../core/conversation/dialog.ts';
import { clockOf, onClock } from '../core/working-time.ts';
import { wordsIn } from '../words/words.ts';
import { careCard } from './cards/care.ts';
import type { CareView } from './cards/care.ts';
import { helpCard } from './cards/help.ts';
import { leftCard, stayedCard } from './cards/leave.ts';
import { erasedCard, myDataCard } from './cards/my-data.ts';
import { missedCard } from './cards/missed.ts';
import { helpButton, noteCard } from './cards/note.ts';
import { pausedCard, pauseQuestionCard, resumedCard } from './cards/pause.ts';
import { whoSeesCard } from './cards/welcome.ts';
import { eraseMyData } from '../actions/erase-my-data.ts';
import { keyFor } from './key-for.ts';
import type { PersonTurn } from './route.ts';
import { dialogOf, memberOf, saveDialog } from './step.ts';

const viewOf = (turn: PersonTurn) => ({ locale: turn.locale, key: keyFor(turn) });

/** The person's own day, `YYYY-MM-DD`. */
export function todayOf({ deps, person, preferences }: PersonTurn): string {
  return onClock(deps.now(), clockOf(person, preferences).timeZone).toFormat('yyyy-MM-dd');
}

export async function help(turn: PersonTurn, unknown: boolean): Promise<Message> {
  return helpCard({ ...viewOf(turn), unknown, member: (await memberOf(turn)) !== null });
}

/** Whom to call where the person lives, with the way back to where they came from. */
export function care(
  { locale, person, programme }: PersonTurn,
  from: Pick<CareView, 'checkIn'> = {},
): Message {
  return careCard({ locale, contacts: programme?.helpContacts ?? [], country: person.country, ...from });
}

export async function whoSees(turn: PersonTurn): Promise<Message> {
  return whoSeesCard({ ...viewOf(turn), member: (await memberOf(turn)) !== null });
}

export async function askPause(turn: PersonTurn): Promise<Message> {
  membershipOf(turn);
  if ((await memberOf(turn)) === null) throw new Refusal('not-a-member');
  return pauseQuestionCard(viewOf(turn));
}

/** @throws Refusal 'date-in-past' or 'not-a-member' */
export async function pause(turn: PersonTurn, until: string | null): Promise<Message> {
  await pauseMembership(turn.deps, { ...membershipOf(turn), until });
  return pausedCard({ ...viewOf(turn), until });
}

export async function resume(turn: PersonTurn): Promise<Message> {
  await resumeMembership(turn.deps, membershipOf(turn));
  return resumedCard(viewOf(turn));
}

/** What was chosen stays for a return; where the conversation stood does not. */
export async function leave(turn: PersonTurn): Promise<Message> {
  await leaveProgramme(turn.deps, membershipOf(turn));
  await saveDialog(turn, NEW_DIALOG);
  return leftCard({ ...viewOf(turn), name: turn.person.displayName });
}

export async function stay(turn: PersonTurn): Promise<Message> {
  await saveDialog(turn, { ...(await dialogOf(turn)), confirming: null });
  return stayedCard(viewOf(turn));
}

/** How much is kept, by kind; nothing of it is opened here. */
export async function myData(turn: PersonTurn): Promise<Message> {
  const everything = await turn.deps.store.reads.privacy.everythingAbout(turn.person.id);
  const counts = Object.fromEntries(Object.entries(everything).map(([kind, rows]) => [kind, rows.length]));
  return myDataCard({ ...viewOf(turn), counts, tabUrl: turn.deps.tabUrl });
}

/** What may not have reached them, of what was meant for them in the programme they speak of. */
export async function missed(turn: PersonTurn): Promise<Message> {
  const { deps, person, programme } = turn;
  const { occurrences } = deps.store.reads;
  const told = programme !== null && (await memberOf(turn)) !== null;
  const kinds = told ? await occurrences.missed(person.id, programme.id, deps.now(), 'ever') : [];
  return missedCard({ ...viewOf(turn), kinds, tabUrl: deps.tabUrl });
}

export async function erase(turn: PersonTurn): Promise<Message> {
  await eraseMyData(turn.deps, { personId: turn.person.id });
  return erasedCard(viewOf(turn));
}

/** Changes the language of everything that is said; null for one that we do not speak. */
export async function speak(turn: PersonTurn, locale: Locale | null): Promise<Message> {
  if (locale === null) return { text: wordsIn(turn.locale, 'chat')('speak.unknown') };
  await changePreferences(turn.deps, { personId: turn.person.id, change: { locale } });
  const words = wordsIn(locale, 'chat');
  const view = { locale, key: keyFor(turn) };
  return noteCard(view, {
    heading: words('speak.done_title'),
    lines: [words('speak.done')],
    actions: [helpButton(view)],
  });
}

function membershipOf({ programme, person }: PersonTurn) {
  if (programme === null) throw new Refusal('not-a-member');
  return { programmeId: programme.id, personId: person.id };
}
