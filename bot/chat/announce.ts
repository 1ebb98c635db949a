/**
 * Puts what is due into words at the moment it is sent, in the language of who gets it and from what is true then.
 * Null where there is nothing left to say: the proposal is closed, the pairing has ended, the person has left.
 */
import type { Deps } from '../core/deps.ts';
import type { CheckInId, PairingId, ProposalId, RoundId } from '../core/ids.ts';
import { asId } from '../core/ids.ts';
import type { Occurrence } from '../core/occurrence.ts';
import type { Locale } from '../core/person.ts';
import type { Message, Render } from '../core/ports/messaging.ts';
import type { Reads } from '../core/ports/store.ts';
import { RENEWAL_DAYS, silentSince } from '../core/silence.ts';
import { clockOf, isAwayOn, onClock } from '../core/working-time.ts';
import { leftOutInWords } from '../words/left-out.ts';
import { moodCard } from './cards/check-in.ts';
import { renewalOfferCard, silenceOfferCard } from './cards/close-offer.ts';
import { endedCard } from './cards/ended.ts';
import { introductionCard } from './cards/introduction.ts';
import { leftOutCard } from './cards/left-out.ts';
import { withMissed } from './cards/missed.ts';
import { movedOnCard } from './cards/moved-on.ts';
import { nudgeCard } from './cards/nudge.ts';
import { oneLessCard } from './cards/one-less.ts';
import { partnerLeftCard } from './cards/partner-left.ts';
import { proposalCard } from './cards/proposal.ts';
import { welcomeBackCard } from './cards/welcome-back.ts';
import { checkInView, pairingView, proposalView } from './views.ts';

/** One occurrence, about to be said. */
interface Saying {
  readonly reads: Reads;
  readonly occurrence: Occurrence;
  readonly locale: Locale;
  readonly now: Date;
}

type Say = (saying: Saying) => Promise<Message | null>;

const SAYINGS: Readonly<Record<Occurrence['kind'], Say>> = {
  proposal: sayProposal,
  introduction: sayIntroduction,
  'proposal-moved-on': async ({ locale }) => movedOnCard(locale),
  'left-out': sayLeftOut,
  'check-in': sayCheckIn,
  nudge: sayNudge,
  'close-offer': sayCloseOffer,
  'pairing-ended': sayEnded,
  'welcome-back': sayWelcomeBack,
};

/** The words for what is due. Reads only; what a person has answered meanwhile is taken into account. */
export function createRender(deps: Pick<Deps, 'store' | 'now'>): Render {
  const { reads } = deps.store;
  return async (occurrence) => {
    const person = await reads.people.byId(occurrence.personId);
    if (person === null || person.leftAt !== null) return null;
    const member = await reads.members.one(occurrence.programmeId, person.id);
    if (member === null || member.state === 'left') return null;
    const { locale } = await reads.people.preferences(person.id);
    const now = deps.now();
    const message = await SAYINGS[occurrence.kind]({ reads, occurrence, locale, now });
    if (message === null) return null;
    const missed = await reads.occurrences.missed(person.id, member.programmeId, now, 'last-sent');
    return withMissed(message, locale, missed);
  };
}

/** Who the words are for. */
function viewerOf({ occurrence, locale, now }: Saying) {
  return { person: occurrence.personId, locale, at: now, occurrence: occurrence.id };
}

async function sayProposal(saying: Saying): Promise<Message | null> {
  const proposal = await saying.reads.rounds.proposal(asId<ProposalId>(saying.occurrence.subjectId));
  if (proposal?.state !== 'open') return null;
  const mine = proposal.sides.find(({ personId }) => personId === saying.occurrence.personId);
  if (mine?.answer !== null) return null;
  if (proposal.expiresAt !== null && proposal.expiresAt <= saying.now) return null;
  const view = await proposalView(saying.reads, proposal, viewerOf(saying));
  return view === null ? null : proposalCard(view);
}

/** The pairing of an occurrence while it lasts, as its reader sees it. */
async function currentPairing(saying: Saying) {
  const pairing = await saying.reads.pairings.byId(asId<PairingId>(saying.occurrence.subjectId));
  if (pairing === null || pairing.state === 'ended') return null;
  const view = await pairingView(saying.reads, pairing, viewerOf(saying));
  return view === null ? null : { pairing, view };
}

async function sayIntroduction(saying: Saying): Promise<Message | null> {
  const found = await currentPairing(saying);
  return found === null ? null : introductionCard(found.view);
}

async function sayNudge(saying: Saying): Promise<Message | null> {
  const found = await currentPairing(saying);
  // Answered since it was planned: the pairing is no longer silent.
  if (found === null || !(await isSilent(saying, found.pairing.id))) return null;
  return nudgeCard(found.view);
}

async function sayCloseOffer(saying: Saying): Promise<Message | null> {
  const found = await currentPairing(saying);
  if (found === null) return null;
  const { pairing, view } = found;
  if (pairing.endsAt.getTime() - saying.now.getTime() <= RENEWAL_DAYS * 86_400_000) {
    const programme = await saying.reads.programmes.byId(pairing.programmeId);
    return programme === null ? null : renewalOfferCard(view, programme.settings.pairingWeeks);
  }
  // The pairing was renewed, or heard from, since this was planned.
  if (saying.occurrence.period.includes(':end:') || !(await isSilent(saying, pairing.id))) return null;
  return silenceOfferCard(view);
}

async function isSilent({ reads, now }: Saying, pairing: PairingId): Promise<boolean> {
  return silentSince(await reads.checkIns.asked(pairing), now) !== null;
}

async function sayCheckIn(saying: Saying): Promise<Message | null> {
  const { reads, occurrence } = saying;
  const checkIn = await reads.checkIns.byId(asId<CheckInId>(occurrence.subjectId));
  if (checkIn === null || checkIn.answeredAt !== null) return null;
  const pairing = await reads.pairings.byId(checkIn.pairingId);
  // A quiet pairing is asked no more until it is heard from.
  if (pairing?.state !== 'active') return null;
  // Who has left a circle is asked no more about it.
  if (!pairing.people.some(({ personId }) => personId === occurrence.personId)) return null;
  const view = await checkInView(reads, checkIn, viewerOf(saying));
  return view === null ? null : moodCard(view);
}

async function sayLeftOut({ reads, occurrence, locale }: Saying): Promise<Message | null> {
  const open = await reads.rounds.openProposalsOf(occurrence.personId);
  const current = await reads.pairings.currentOf(occurrence.personId);
  // Somebody was found since, in this round or by the other side's choice.
  if (open.length > 0 || current.length > 0) return null;
  const leftOut = await reads.rounds.leftOutPerson(asId<RoundId>(occurrence.subjectId), occurrence.personId);
  return leftOut === null ? null : leftOutCard({ locale, ...leftOutInWords(locale, leftOut) });
}

/** Who ended it, or left the others, is never told; only that somebody is no longer with the company, which everybody can see. */
async function sayEnded({ reads, occurrence, locale }: Saying): Promise<Message> {
  const pairing = await reads.pairings.byId(asId<PairingId>(occurrence.subjectId));
  const people = await reads.people.byIds(pairing?.people.map((side) => side.personId) ?? []);
  if (pairing !== null && pairing.state !== 'ended') {
    const others = [...people.values()].filter((person) => person.id !== occurrence.personId);
    return oneLessCard(
      locale,
      others.map((person) => person.displayName),
    );
  }
  const gone = [...people.values()].find((person) => person.leftAt !== null);
  return gone === undefined ? endedCard(locale, false) : partnerLeftCard(locale, gone.displayName);
}

async function sayWelcomeBack({ reads, occurrence, locale, now }: Saying): Promise<Message | null> {
  const member = await reads.members.one(occurrence.programmeId, occurrence.personId);
  const programme = await reads.programmes.byId(occurrence.programmeId);
  const person = await reads.people.byId(occurrence.personId);
  if (programme === null || person === null) return null;
  const { timeZone } = clockOf(person, await reads.people.preferences(person.id));
  // Paused again since.
  if (isAwayOn(member, onClock(now, timeZone).toFormat('yyyy-MM-dd'))) return null;
  return welcomeBackCard(locale, programme.name);
}
