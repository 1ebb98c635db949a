import { joinProgramme } from '../actions/join-programme.ts';
import { changeCapacity } from '../actions/change-capacity.ts';
import { changePreferences } from '../actions/change-preferences.ts';
import { changeRhythm } from '../actions/change-rhythm.ts';
import { pairLateJoiner } from '../actions/pair-late-joiner.ts';
import { chooseTopics } from '../actions/choose-topics.ts';
import { advance } from '../core/conversation/advance.ts';
import type { Change, ConversationEvent, MemberFacts } from '../core/conversation/advance.ts';
import { NEW_DIALOG, readDialog } from '../core/conversation/dialog.ts';
import type { Dialog } from '../core/conversation/dialog.ts';
import type { Member } from '../core/member.ts';
import type { Message } from '../core/ports/messaging.ts';
import type { Programme } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import { noteCard } from './cards/note.ts';
import { wordsIn } from '../words/words.ts';
import { keyFor } from './key-for.ts';
import type { PersonTurn } from './route.ts';
import { show } from './show.ts';

/** The person's part in the programme of the turn, unless they have left. */
export async function memberOf({ deps, person, programme }: PersonTurn): Promise<Member | null> {
  if (programme === null) return null;
  const member = await deps.store.reads.members.one(programme.id, person.id);
  return member === null || member.state === 'left' ? null : member;
}

export async function dialogOf({ deps, person }: PersonTurn): Promise<Dialog> {
  const saved = await deps.store.reads.conversations.dialog(person.id);
  return saved === null ? NEW_DIALOG : readDialog(saved.state);
}

/** One step of the conversation: what happened in; what it changes is saved, and the next card comes out. */
export async function step(turn: PersonTurn, event: ConversationEvent): Promise<Message> {
  const { programme } = turn;
  if (programme === null) return noProgramme(turn);
  const member = await memberOf(turn);
  const facts: MemberFacts = {
    joined: member !== null,
    offers: member?.offers ?? [],
    needs: member?.needs ?? [],
  };
  const before = await dialogOf(turn);
  const { dialog, changes, show: next } = advance(before, event, facts);
  for (const change of changes) await apply(turn, programme, change);
  await saveDialog(turn, dialog);
  if (before.onboarding && !dialog.onboarding) {
    await pairLateJoiner(turn.deps, { programmeId: programme.id, personId: turn.person.id });
  }
  const preferences = await turn.deps.store.reads.people.preferences(turn.person.id);
  return show({ ...turn, preferences }, next, dialog);
}

/** Keeps where the conversation stands; a dialog that has not changed costs nothing. */
export async function saveDialog({ deps, person, programme }: PersonTurn, dialog: Dialog): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const saved = await tx.conversations.dialog(person.id);
    if (JSON.stringify(saved?.state ?? NEW_DIALOG) === JSON.stringify(dialog)) return;
    await tx.conversations.saveDialog(
      person.id,
      programme?.id ?? null,
      dialog,
      saved?.version ?? 0,
      deps.now(),
    );
  });
}

async function apply({ deps, person }: PersonTurn, programme: Programme, change: Change): Promise<void> {
  const membership = { programmeId: programme.id, personId: person.id };
  switch (change.kind) {
    case 'join':
      return joinProgramme(deps, membership);
    case 'topics':
      return chooseTopics(deps, { ...membership, side: change.side, topics: change.topics });
    case 'capacity':
      return changeCapacity(deps, { ...membership, capacity: change.capacity });
    case 'rhythm':
      return changeRhythm(deps, { ...membership, rhythm: change.rhythm });
    case 'hours':
      await changePreferences(deps, { personId: person.id, change: { hours: change.hours } });
      return;
    case 'languages':
      await changePreferences(deps, { personId: person.id, change: { languages: change.languages } });
      return;
  }
  throw new Refusal('malformed');
}

function noProgramme(turn: PersonTurn): Message {
  const words = wordsIn(turn.locale, 'chat');
  return noteCard(
    { locale: turn.locale, key: keyFor(turn) },
    { heading: words('name'), lines: [words('no_programme')] },
  );
}
