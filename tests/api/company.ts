import { createServer } from 'restify';
import { aPerson, aProposal, aRound, HELP, NOW, TENANT } from '../helpers/builders.ts';
import { seedOpenProposal, seedPairing, seedPeople, seedProgramme, seedUnclear } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';
import { registerApi } from '../../bot/api/api.ts';
import type { ApiDeps } from '../../bot/api/api.ts';
import { asId } from '../../bot/core/ids.ts';
import type { OccurrenceId, ProgrammeId } from '../../bot/core/ids.ts';
import { pairRound } from '../../bot/core/pairing/pair-round.ts';
import type { Person } from '../../bot/core/person.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import type { Pairing, Proposal, Round } from '../../bot/core/round.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { newId } from '../../bot/new-id.ts';
import { clientOf, listen } from './client.ts';
import type { Client } from './client.ts';

export const COMPANY_TENANT = TENANT;

/** Everyone of the small company, by their part in it. */
export type Part =
  | 'mentor'
  | 'mentee'
  | 'asked'
  | 'askedToo'
  | 'boss'
  | 'coordinator'
  | 'elsewhere'
  | 'outsider'
  | 'operator'
  | 'left';

/**
 * A company in which every relation exists: a pairing (mentor, mentee), an open proposal (asked, askedToo), a boss
 * above the mentee and one who was asked, a coordinator, the coordinator of another programme, somebody with no
 * part in anything, one who looks after the service, and somebody who has left.
 */
export interface Company {
  readonly store: TestStore;
  readonly ask: Client;
  readonly people: Readonly<Record<Part, Person>>;
  readonly programme: ProgrammeId;
  /** Of the programme, as a form would have read it. */
  readonly version: number;
  readonly otherProgramme: ProgrammeId;
  readonly pairing: Pairing;
  readonly proposal: Proposal;
  readonly round: Round;
  readonly draft: Proposal;
  /** A message of which nobody knows whether it arrived. */
  readonly unclear: OccurrenceId;
  /** Everything that was logged, as text. */
  readonly logged: () => string;
  /** Tokens in this company are the object id, readable; tokens have their own tests. */
  readonly tokenOf: (part: Part) => string;
  readonly close: () => Promise<void>;
}

export async function openCompany(changes: Partial<ApiDeps> = {}): Promise<Company> {
  const store = await openTestStore();
  const boss = aPerson({ displayName: 'Bo Boss', managesPeople: true });
  const people = {
    boss,
    mentor: aPerson({ displayName: 'Mira Mentor', level: 4 }),
    mentee: aPerson({ displayName: 'Max Mentee', managerId: boss.id }),
    asked: aPerson({ displayName: 'Ana Asked', managerId: boss.id }),
    askedToo: aPerson({ displayName: 'Ali Asked' }),
    coordinator: aPerson({ displayName: 'Cora Coordinator' }),
    elsewhere: aPerson({ displayName: 'Eli Elsewhere' }),
    outsider: aPerson({ displayName: 'Otto Outsider' }),
    operator: aPerson({ displayName: 'Ines It' }),
    left: aPerson({ displayName: 'Lea Left', leftAt: NOW }),
  };
  const { mentor, mentee, asked, askedToo, ...others } = people;
  await seedPeople(store, Object.values(others));
  const { id: programme } = await seedProgramme(store, { people: [mentor, mentee, asked, askedToo] });
  const otherProgramme = asId<ProgrammeId>(newId());
  await store.transaction(async (tx) => {
    await tx.programmes.create({
      id: otherProgramme,
      tenantId: TENANT,
      name: 'Another programme',
      settings: DEFAULT_SETTINGS,
      at: NOW,
    });
    await tx.programmes.setHelpContacts(otherProgramme, [HELP]);
    await tx.programmes.addCoordinator(programme, people.coordinator.id, null, NOW);
    await tx.programmes.addCoordinator(otherProgramme, people.elsewhere.id, null, NOW);
  });
  const pairing = await seedPairing(store, programme, [mentor.id, mentee.id]);
  const proposal = await seedOpenProposal(store, programme, [asked.id, askedToo.id]);
  const round = aRound(programme);
  const draft = aProposal(round, [mentor.id, askedToo.id]);
  await store.transaction((tx) =>
    tx.rounds.create(round, [draft], [{ personId: asked.id, causes: [], remedies: [] }]),
  );

  const unclear = await seedUnclear(store, programme, mentor.id);

  const lines: string[] = [];
  const log = (facts: object, message: string): void => {
    lines.push(`${JSON.stringify(facts)} ${message}`);
  };
  const server = createServer({ name: 'alongside' });
  registerApi(server, {
    store,
    now: () => NOW,
    newId,
    pair: (input) => Promise.resolve(pairRound(input)),
    verify: async (token) => {
      if (!token.startsWith('of-')) throw new Refusal('not-signed-in');
      return { tenantId: TENANT, objectId: token.slice('of-'.length) };
    },
    log: { info: log, error: log },
    operators: new Set([people.operator.objectId ?? '']),
    ...changes,
  });
  const { url, stop } = await listen(server);
  return {
    store,
    people,
    programme,
    version: (await store.reads.programmes.byId(programme))?.version ?? 0,
    otherProgramme,
    pairing,
    proposal,
    round,
    draft,
    unclear,
    ask: clientOf(url),
    logged: () => lines.join('\n'),
    tokenOf: (part) => `of-${people[part].objectId}`,
    close: async () => {
      await stop();
      await store.close();
    },
  };
}
