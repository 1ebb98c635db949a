import { asId } from '../core/ids.ts';
import type { OccurrenceId, PairingId, ProgrammeId, ProposalId, RoundId } from '../core/ids.ts';
import type { Occurrence } from '../core/occurrence.ts';
import type { Person } from '../core/person.ts';
import type { Relation } from '../core/policy.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import type { Pairing, Proposal, Round } from '../core/round.ts';

/** What a request can be about. */
export interface Subjects {
  readonly self: Person;
  readonly company: Person['tenantId'];
  readonly reports: Person;
  readonly proposal: Proposal;
  readonly pairing: Pairing;
  readonly programme: Programme;
  readonly message: Occurrence;
  readonly round: { readonly round: Round; readonly programme: Programme };
}
export type SubjectKind = keyof Subjects;

/** A thing and how a person is related to it; null where there is no such thing. */
interface Related<Subject> {
  readonly subject: Subject | null;
  readonly relations: readonly Relation[];
}

const NOTHING: Related<never> = { subject: null, relations: [] };

type Load<Subject> = (reads: Reads, person: Person, id: string) => Promise<Related<Subject>>;

const LOADERS: { readonly [Kind in SubjectKind]: Load<Subjects[Kind]> } = {
  self: (_reads, person) => Promise.resolve({ subject: person, relations: ['self'] }),

  company: (_reads, person) => Promise.resolve({ subject: person.tenantId, relations: ['colleague'] }),

  reports: async (reads, person) => ({
    subject: person,
    relations: (await reads.people.hasReports(person.id)) ? ['manager'] : [],
  }),

  proposal: async (reads, person, id) => {
    const proposal = await reads.rounds.proposal(asId<ProposalId>(id));
    // A draft is the coordinator's preview; those in it do not know of it yet.
    if (proposal === null || proposal.state === 'draft') return NOTHING;
    const isSide = proposal.sides.some((side) => side.personId === person.id);
    return { subject: proposal, relations: isSide ? ['partner'] : [] };
  },

  pairing: async (reads, person, id) => {
    const pairing = await reads.pairings.byId(asId<PairingId>(id));
    if (pairing === null) return NOTHING;
    const isSide = pairing.people.some((side) => side.personId === person.id);
    return { subject: pairing, relations: isSide ? ['partner'] : [] };
  },

  programme: (reads, person, id) => coordinated(reads, person, asId<ProgrammeId>(id)),

  message: async (reads, person, id) => {
    const message = await reads.occurrences.byId(asId<OccurrenceId>(id));
    if (message === null) return NOTHING;
    const { subject, relations } = await coordinated(reads, person, message.programmeId);
    return { subject: subject === null ? null : message, relations };
  },

  round: async (reads, person, id) => {
    const round = await reads.rounds.byId(asId<RoundId>(id));
    if (round === null) return NOTHING;
    const { subject, relations } = await coordinated(reads, person, round.programmeId);
    return { subject: subject === null ? null : { round, programme: subject }, relations };
  },
};

/** Loads what a request is about, and the relations of the person to it as they are at this moment. */
export function loadSubject<Kind extends SubjectKind>(
  kind: Kind,
  asker: { readonly deps: { readonly store: { readonly reads: Reads } }; readonly person: Person },
  params: Readonly<Record<string, string>>,
): Promise<Related<Subjects[Kind]>> {
  return LOADERS[kind](asker.deps.store.reads, asker.person, params['id'] ?? '');
}

async function coordinated(reads: Reads, person: Person, id: ProgrammeId): Promise<Related<Programme>> {
  const programme = await reads.programmes.byId(id);
  if (programme === null || programme.tenantId !== person.tenantId) return NOTHING;
  const coordinators = await reads.programmes.coordinators(id);
  return { subject: programme, relations: coordinators.includes(person.id) ? ['coordinator'] : [] };
}
