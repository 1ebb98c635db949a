import { nextCheckInAt } from '../actions/next-check-in.ts';
import type { ProgrammeId } from '../core/ids.ts';
import type { Member } from '../core/member.ts';
import type { Pairing, Proposal } from '../core/round.ts';
import { leftOutInWords } from '../words/left-out.ts';
import { topicChips } from './cards.ts';
import type { MySpace } from './contract.ts';
import { currentProgramme } from './current-programme.ts';
import { meetUrl, partnerView } from './pair-view.ts';
import { route } from './route.ts';
import type { Asker } from './asker.ts';

/** Rounds to look through for the last that was sent. */
const RECENT_ROUNDS = 10;

export const mySpace = route({
  may: 'see-own',
  of: 'self',
  handle: async (asker): Promise<MySpace> => {
    const { reads } = asker.deps.store;
    const { id } = asker.person;
    const programme = await currentProgramme(reads, asker.person);
    const member = programme === null ? null : await reads.members.one(programme.id, id);
    const proposals = await reads.rounds.openProposalsOf(id);
    const pairings = await reads.pairings.currentOf(id);
    const alone = proposals.length === 0 && pairings.length === 0;
    const next = await nextCheckInAt(reads, { person: asker.person, pairings, now: asker.deps.now() });
    return {
      membership: member === null ? null : membershipOf(member),
      proposals: await Promise.all(proposals.map((proposal) => proposalView(asker, proposal))),
      pairings: await Promise.all(pairings.map((pairing) => pairingView(asker, pairing))),
      waiting: alone && member?.state === 'joined' ? await waitingOf(asker, member) : null,
      nextCheckInAt: next?.toISOString() ?? null,
      offers: await topicChips(asker, member?.offers ?? []),
      needs: await topicChips(asker, member?.needs ?? []),
      preferences: await preferencesOf(asker),
    };
  },
});

const membershipOf = (member: Member): MySpace['membership'] => ({
  state: member.state,
  pausedUntil: member.pausedUntil,
  rhythm: member.rhythm,
  mentorCapacity: member.mentorCapacity,
  visibleToManager: member.visibleToManager,
});

/** The person's own answer only: what the others said is theirs until it is a pairing. */
async function proposalView(asker: Asker, proposal: Proposal): Promise<MySpace['proposals'][number]> {
  const { id, kind, sides: people, reasons, expiresAt } = proposal;
  const mine = people.find(({ personId }) => personId === asker.person.id);
  return {
    ...(await partnerView(asker, { kind, people, reasons }, false)),
    id,
    myAnswer: mine?.answer ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}

async function pairingView(asker: Asker, pairing: Pairing): Promise<MySpace['pairings'][number]> {
  return {
    ...(await partnerView(asker, pairing, true)),
    id: pairing.id,
    state: pairing.state,
    startedAt: pairing.startedAt.toISOString(),
    endsAt: pairing.endsAt.toISOString(),
    meetUrl: await meetUrl(asker, pairing),
  };
}

/** Why the last round found nobody for this member; null where it did, or where there was none. */
async function waitingOf(
  { deps, person, locale }: Asker,
  { programmeId, roundsWaited }: { readonly programmeId: ProgrammeId; readonly roundsWaited: number },
): Promise<MySpace['waiting']> {
  const { rounds } = deps.store.reads;
  const recent = await rounds.ofProgramme(programmeId, RECENT_ROUNDS);
  const last = recent.find((round) => round.state === 'sent');
  const leftOut = last === undefined ? null : await rounds.leftOutPerson(last.id, person.id);
  if (leftOut === null) return null;
  const { causes, remedies } = leftOutInWords(locale, leftOut);
  return { reasons: [...causes, ...remedies], rounds: roundsWaited };
}

async function preferencesOf({ deps, person }: Asker): Promise<MySpace['preferences']> {
  const { locale, hours, timeZone, languages } = await deps.store.reads.people.preferences(person.id);
  return {
    locale,
    timeZone: timeZone ?? person.timeZone,
    languages: languages ?? person.languages,
    days: hours.days,
    startMinute: hours.startMinute,
    endMinute: hours.endMinute,
  };
}
