/** Every button and every command, pressed or typed by somebody of every standing: forged cards, others' ids, other companies. */
import { KEY_FIELD } from '../../../bot/chat/cards/kit.ts';
import { confide } from '../../../bot/core/confidential.ts';
import { createTurnHandler } from '../../../bot/chat/handler.ts';
import { ROUTES } from '../../../bot/chat/routes.ts';
import { PHRASES } from '../../../bot/core/conversation/commands.ts';
import type { Person } from '../../../bot/core/person.ts';
import type { Incoming, TurnHandler } from '../../../bot/core/ports/messaging.ts';
import type { Store } from '../../../bot/core/ports/store.ts';
import { newId } from '../../../bot/new-id.ts';
import { chatDeps } from '../../helpers/chat.ts';
import { fingerprint, fingerprintWithout, strangersIn } from './compare.ts';
import type { Disagreement } from './compare.ts';
import { askers } from './over-http.ts';
import type { Asked } from './over-http.ts';
import type { Standing } from './oracle.ts';
import type { ThingKind, World } from './world.ts';

/** What a button is about, and what else it carries. `self` is about whoever presses, whatever the card says. */
interface VerbNeeds {
  readonly about: 'self' | readonly ThingKind[];
  readonly data?: Readonly<Record<string, unknown>>;
}

const self: VerbNeeds = { about: 'self' };
const ofCheckIn = (data = {}): VerbNeeds => ({ about: ['check-in'], data });
const ofPairing = (data = {}): VerbNeeds => ({ about: ['pairing'], data });
const ofProposal: VerbNeeds = { about: ['proposal', 'draft'] };

/** By the whole verb or its area; one that is in neither form is a disagreement. */
const VERB_NEEDS: ReadonlyMap<string, VerbNeeds> = new Map(
  Object.entries({
    onboarding: self,
    member: self,
    data: self,
    care: self,
    'pairing.go-on': self,
    'check-in.mood': ofCheckIn({ answer: 3 }),
    'check-in.skip': ofCheckIn(),
    'check-in.go-on': ofCheckIn(),
    'check-in.connected': ofCheckIn({ answer: 'yes' }),
    'check-in.helped': ofCheckIn({ answer: 3 }),
    'check-in.change': ofCheckIn(),
    'check-in.fit': ofCheckIn(),
    'pairing.fit': ofPairing(),
    'pairing.end': ofPairing(),
    'pairing.coordinator': ofPairing(),
    'pairing.keep': ofPairing({ connected: 'yes' }),
    'pairing.renew': ofPairing(),
    'proposal.yes': ofProposal,
    'proposal.not-this-one': ofProposal,
    'proposal.not-now': ofProposal,
  }),
);

export const verbNeeds = (verb: string): VerbNeeds | undefined =>
  VERB_NEEDS.get(verb) ?? VERB_NEEDS.get(verb.split('.')[0] ?? '');

/** What a forged card of a button that is about oneself may claim to be about. */
const FORGED: readonly ThingKind[] = ['pairing', 'check-in'];

interface Running {
  readonly world: World;
  /** What it changes stays. */
  readonly lasting: TurnHandler;
  /** What it changes is taken back at once. */
  readonly passing: TurnHandler;
  cases: number;
  readonly standings: Set<Standing>;
  readonly disagreements: Disagreement[];
}

export async function pressEverything(world: World): Promise<Omit<Asked, 'keptMs' | 'absentMs'>> {
  const running: Running = {
    world,
    lasting: createTurnHandler(chatDeps(world.store)),
    passing: createTurnHandler(chatDeps(takingBack(world.store))),
    cases: 0,
    standings: new Set(),
    disagreements: [],
  };
  const before = await fingerprint(world);
  for (const verb of Object.keys(ROUTES)) {
    const needs = verbNeeds(verb);
    if (needs === undefined)
      running.disagreements.push({ what: `${verb} has no oracle`, standing: '', why: 'let in' });
    else await pressVerb(running, verb, needs);
  }
  await typeEverything(running);
  if ((await fingerprint(world)) !== before)
    running.disagreements.push({ what: 'a press', standing: 'not theirs', why: 'changed something' });
  await actForThemselves(running);
  return running;
}

/** Every transaction of this store ends as if it had never begun. */
function takingBack(store: Store): Store {
  const end = new Error('taken back');
  return {
    get reads() {
      return store.reads;
    },
    clock: () => store.clock(),
    close: () => store.close(),
    transaction: async (work) => {
      const made: { result?: Awaited<ReturnType<typeof work>> } = {};
      await store
        .transaction(async (tx) => {
          made.result = await work(tx);
          throw end;
        })
        .catch((error: unknown) => {
          if (error !== end) throw error;
        });
      return made.result as Awaited<ReturnType<typeof work>>;
    },
  };
}

async function pressVerb(running: Running, verb: string, { about, data = {} }: VerbNeeds): Promise<void> {
  const { world } = running;
  for (const kind of about === 'self' ? FORGED : about)
    for (const thing of world.things[kind].slice(0, 1))
      for (const [label, asker] of askers(world, kind, thing)) {
        running.cases += 1;
        running.standings.add(label);
        const own = about !== 'self' && kind !== 'draft' && thing.people.includes(asker);
        const handler = own || about === 'self' ? running.passing : running.lasting;
        const nothing = newId();
        const press = async (subject: string): Promise<string> => {
          const incoming = pressOf(verb, subject, { ...data, ...occurrenceOf(world, asker) });
          // The id that the pressed card itself carried tells nothing new.
          return (await said(handler, asker, incoming)).replaceAll(thing.id, '').replaceAll(nothing, '');
        };
        const answer = await press(thing.id);
        const absent = await press(nothing);
        const differ = (why: Disagreement['why']) =>
          void running.disagreements.push({ what: `${verb} on ${kind}`, standing: label, why });
        if (own && asker.leftAt === null && answer === absent) differ('kept out');
        if (!own && answer !== absent) differ('tells that it exists');
        if (strangersIn(world, asker, answer) > 0) differ('names a stranger');
      }
}

/** What is about oneself, pressed on cards that claim to be others': it changes nobody else, whatever it changes. */
async function actForThemselves({ world, lasting, disagreements }: Running): Promise<void> {
  const taken = new Set(
    Object.values(world.things).flatMap((things) => things.flatMap(({ people }) => people)),
  );
  const free = [...(world.members.values().next().value ?? [])].filter((person) => !taken.has(person));
  const [pairing] = world.things.pairing;
  const verbs = Object.keys(ROUTES).filter((verb) => verbNeeds(verb)?.about === 'self');
  const before = await fingerprintWithout(world, free);
  for (const [at, verb] of verbs.entries()) {
    const asker = free[at % free.length];
    if (asker !== undefined) await said(lasting, asker, pressOf(verb, pairing?.id ?? '', {}));
  }
  if ((await fingerprintWithout(world, free)) !== before)
    disagreements.push({ what: 'a press about oneself', standing: 'others', why: 'changed something' });
}

/** A message that went to somebody else: a forged card may claim to be its button. */
function occurrenceOf({ things }: World, asker: Person): Readonly<Record<string, string>> {
  const message = things.message.find(({ people }) => !people.includes(asker));
  return message === undefined ? {} : { occurrence: message.id };
}

function pressOf(verb: string, subject: string, data: Readonly<Record<string, unknown>>): Incoming {
  const { occurrence, ...rest } = data;
  const key = { subject, version: 1, ...(occurrence === undefined ? {} : { occurrence }) };
  return { kind: 'press', verb, data: confide({ ...rest, [KEY_FIELD]: key }) };
}

async function typeEverything({ world, passing, ...running }: Running): Promise<void> {
  const [programme] = world.things.programme;
  if (programme === undefined) return;
  for (const [label, asker] of askers(world, 'programme', programme))
    for (const [command, phrases] of Object.entries(PHRASES)) {
      // The first is English, the last German.
      for (const text of [phrases[0] ?? '', phrases.at(-1) ?? '']) {
        const answer = await said(passing, asker, { kind: 'message', text: confide(text) });
        if (strangersIn(world, asker, answer) > 0)
          running.disagreements.push({ what: command, standing: label, why: 'names a stranger' });
      }
    }
}

async function said(handler: TurnHandler, asker: Person, incoming: Incoming): Promise<string> {
  const objectId = asker.objectId ?? '';
  const answer = await handler({
    tenantId: asker.tenantId,
    objectId,
    locale: 'en',
    reference: {
      serviceUrl: 'https://smba.example/',
      conversationId: `a:${objectId}`,
      userId: `29:${objectId}`,
      botId: '28:bot',
    },
    activityId: newId(),
    incoming,
  });
  // A card that is made now has a version of its own.
  return JSON.stringify(answer).replaceAll(/"version":"[0-9a-f-]{36}"/g, '"version":""');
}
