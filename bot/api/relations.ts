import { asId } from '../core/ids.ts';
import type { OccurrenceId, PairingId, ProgrammeId, ProposalId, RoundId } from '../core/ids.ts';
import type { Occurrence } from '../core/occurrence.ts';
import type { Person } from '../core/person.ts';
import type { Relation } from '../core/policy.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import type { Pairing, Proposal, Round } from '../core/round.ts';
import type { ApiDeps, Asker } from './asker.ts';

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

/** Who asks, with what tells how they are related to things. */
interface Asks {
  readonly reads: Reads;
  readonly person: Person;
  readonly operator: boolean;
}

type Load<Subject> = (asks: Asks, id: string) => Promise<Related<Subject>>;

const LOADERS: { readonly [Kind in SubjectKind]: Load<Subjects[Kind]> } = {
  self: ({ person }) => Promise.resolve({ subject: person, relations: ['self'] }),

  company: ({ person }) => Promise.resolve({ subject: person.tenantId, relations: ['colleague'] }),

  reports: async ({ reads, person }) => ({
    subject: person,
    relations: (await reads.people.hasReports(person.id)) ? ['manager'] : [],
  }),

  proposal: async ({ reads, person }, id) => {
    const proposal = await reads.rounds.proposal(asId<ProposalId>(id));
    // A draft is the coordinator's preview; those in it do not know of it yet.
    if (proposal === null || proposal.state === 'draft') return NOTHING;
    const isSide = proposal.sides.some((side) => side.personId === person.id);
    return { subject: proposal, relations: isSide ? ['partner'] : [] };
  },

  pairing: async ({ reads, person }, id) => {
    const pairing = await reads.pairings.byId(asId<PairingId>(id));
    if (pairing === null) return NOTHING;
    const isSide = pairing.people.some((side) => side.personId === person.id);
    return { subject: pairing, relations: isSide ? ['partner'] : [] };
  },

  programme: (asks, id) => run(asks, asId<ProgrammeId>(id)),

  message: async (asks, id) => {
    const message = await asks.reads.occurrences.byId(asId<OccurrenceId>(id));
    if (message === null) return NOTHING;
    const { subject, relations } = await run(asks, message.programmeId);
    return { subject: subject === null ? null : message, relations };
  },

  round: async (asks, id) => {
    const round = await asks.reads.rounds.byId(asId<RoundId>(id));
    if (round === null) return NOTHING;
    const { subject, relations } = await run(asks, round.programmeId);
    return { subject: subject === null ? null : { round, programme: subject }, relations };
  },
};

/** Whether the settings of the service name this person. */
export const isOperator = ({ operators }: Pick<ApiDeps, 'operators'>, { objectId }: Person): boolean =>
  objectId !== null && (operators?.has(objectId.toLowerCase()) ?? false);

/** Loads what a request is about, and the relations of the person to it as they are at this moment. */
export function loadSubject<Kind extends SubjectKind>(
  kind: Kind,
  { deps, person }: Pick<Asker, 'deps' | 'person'>,
  params: Readonly<Record<string, string>>,
): Promise<Related<Subjects[Kind]>> {
  const asks = { reads: deps.store.reads, person, operator: isOperator(deps, person) };
  return LOADERS[kind](asks, params['id'] ?? '');
}

async function run({ reads, person, operator }: Asks, id: ProgrammeId): Promise<Related<Programme>> {
  const programme = await reads.programmes.byId(id);
  if (programme === null || programme.tenantId !== person.tenantId) return NOTHING;
  const coordinators = await reads.programmes.coordinators(id);
  const relations: Relation[] = coordinators.some((one) => one.personId === person.id) ? ['coordinator'] : [];
  if (operator) relations.push('operator');
  return { subject: programme, relations };
}
