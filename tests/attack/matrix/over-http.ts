/** Every route, asked by somebody of every standing about every kind of thing. */
import { createServer } from 'restify';
import { registerApi } from '../../../bot/api/api.ts';
import { ROUTES } from '../../../bot/api/contract.ts';
import type { RouteName } from '../../../bot/api/contract.ts';
import { asId } from '../../../bot/core/ids.ts';
import type { TenantId } from '../../../bot/core/ids.ts';
import type { Person } from '../../../bot/core/person.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import { Refusal } from '../../../bot/core/refusal.ts';
import { newId } from '../../../bot/new-id.ts';
import { clientOf, listen } from '../../api/client.ts';
import type { Answered, Client } from '../../api/client.ts';
import { NOW } from '../../helpers/builders.ts';
import { strangersIn } from './compare.ts';
import type { Disagreement } from './compare.ts';
import { mayReach, ROUTE_NEEDS, standing, STANDINGS } from './oracle.ts';
import type { Standing } from './oracle.ts';
import type { Thing, ThingKind, World } from './world.ts';

export interface Asked {
  readonly cases: number;
  readonly standings: ReadonlySet<Standing>;
  readonly disagreements: readonly Disagreement[];
  /** Milliseconds of each answer that was kept from somebody, and of each about nothing. */
  readonly keptMs: readonly number[];
  readonly absentMs: readonly number[];
}

interface Running {
  readonly world: World;
  readonly ask: Client;
  cases: number;
  readonly standings: Set<Standing>;
  readonly disagreements: Disagreement[];
  readonly keptMs: number[];
  readonly absentMs: number[];
}

/** Nobody is changed by it: what one may do is asked with a parameter that no route takes. */
export async function askEverything(world: World): Promise<Asked> {
  const server = createServer({ name: 'alongside' });
  const log = { info: () => undefined, error: () => undefined };
  registerApi(server, {
    store: world.store,
    now: () => NOW,
    newId,
    operators: new Set([...world.operators].map(({ objectId }) => objectId ?? '')),
    rate: { burst: 1_000_000, perSecond: 1_000 },
    pair: (input) => Promise.resolve(pairRound(input)),
    verify: (token) => Promise.resolve(identityOf(token)),
    log,
  });
  const { url, stop } = await listen(server);
  const running: Running = {
    world,
    ask: clientOf(url),
    cases: 0,
    standings: new Set(),
    disagreements: [],
    keptMs: [],
    absentMs: [],
  };
  for (const name of Object.keys(ROUTES) as RouteName[]) await askRoute(running, name);
  await smuggle(running);
  await stop();
  return running;
}

function identityOf(token: string) {
  const [tenant = '', objectId = ''] = token.split('_');
  if (objectId === '') throw new Refusal('not-signed-in');
  return { tenantId: asId<TenantId>(tenant), objectId };
}

async function askRoute(running: Running, name: RouteName): Promise<void> {
  const { world } = running;
  const needs = ROUTE_NEEDS[name];
  if (!('kinds' in needs)) {
    const [own] = world.things.programme;
    if (own === undefined) throw new Error('There is a programme');
    for (const [label, asker] of askers(world, 'programme', own))
      await askOne(running, name, { label, asker, about: null });
    return;
  }
  for (const kind of needs.kinds)
    for (const thing of world.things[kind].slice(0, 2))
      for (const [label, asker] of askers(world, kind, thing))
        await askOne(running, name, { label, asker, about: [kind, thing] });
}

/** People of the other company in the bodies of those who may send one: as unknown as somebody who does not exist. */
async function smuggle(running: Running): Promise<void> {
  const { world, ask, disagreements } = running;
  const [programme] = world.things.programme;
  const [asker] = world.coordinators.get(programme?.id ?? '') ?? [];
  const stranger = world.people.find((person) => person.tenantId !== asker?.tenantId);
  if (programme === undefined || asker === undefined || stranger === undefined) return;
  for (const name of ['addCoordinator', 'removeCoordinator'] as const) {
    running.cases += 1;
    const put = (personId: string) =>
      ask(ROUTES[name].replace(':id', programme.id), { token: tokenOf(asker), body: { personId } });
    if (bytes(await put(stranger.id)) !== bytes(await put(newId())))
      disagreements.push({
        what: name,
        standing: 'of another company, in a body',
        why: 'tells that it exists',
      });
  }
}

/** Somebody of each standing that there is. */
export function askers(world: World, kind: ThingKind, thing: Thing): ReadonlyMap<Standing, Person> {
  const found = new Map<Standing, Person>();
  for (const person of world.people) {
    const label = standing(world, person, kind, thing);
    if (!found.has(label)) found.set(label, person);
    if (found.size === STANDINGS.length) break;
  }
  return found;
}

interface Case {
  readonly label: Standing;
  readonly asker: Person;
  readonly about: readonly [ThingKind, Thing] | null;
}

async function askOne(running: Running, name: RouteName, { label, asker, about }: Case): Promise<void> {
  const { world, disagreements } = running;
  running.cases += 1;
  running.standings.add(label);
  const differ = (why: Disagreement['why']) => void disagreements.push({ what: name, standing: label, why });
  const allowed = mayReach(world, ROUTE_NEEDS[name], asker, about);
  const answer = await timed(allowed ? null : running.keptMs, () =>
    send(running, name, { asker, id: about?.[1].id, harmless: allowed }),
  );
  if (asker.leftAt !== null) return answer.status === 403 ? undefined : differ('let in');
  if (allowed) {
    if ([401, 403, 404, 500].includes(answer.status)) differ('kept out');
    const ofCompany = 'ofCompany' in ROUTE_NEEDS[name];
    if (strangersIn(world, asker, answer.text, ofCompany) > 0) differ('names a stranger');
    return;
  }
  const absent = await timed(running.absentMs, () =>
    about === null
      ? running.ask('GET /api/nothing', { token: tokenOf(asker) })
      : send(running, name, { asker, id: newId(), harmless: false }),
  );
  if (answer.status !== 404) differ('let in');
  else if (bytes(answer) !== bytes(absent)) differ('tells that it exists');
}

async function timed<T>(into: number[] | null, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  into?.push(performance.now() - started);
  return result;
}

const tokenOf = ({ tenantId, objectId }: Person): string => `${tenantId}_${objectId}`;

interface Sending {
  readonly asker: Person;
  readonly id: string | undefined;
  /** Adds what no route takes, so that whoever may do it does not do it. */
  readonly harmless: boolean;
}

function send({ ask }: Running, name: RouteName, { asker, id = '', harmless }: Sending): Promise<Answered> {
  const address = ROUTES[name].replace(':id', id);
  const reads = address.startsWith('GET ');
  return ask(harmless && !reads ? `${address}?no=such` : address, {
    token: tokenOf(asker),
    ...(reads ? {} : { body: { answer: 'yes', reason: 'outage' } }),
  });
}

/** All of an answer, but what names this one request. */
function bytes({ status, text, headers }: Answered): string {
  const kept = [...headers].filter(([name]) => name !== 'date');
  const body = text.replaceAll(/"reference":"[0-9a-f-]{36}"/g, '"reference":""');
  return JSON.stringify([status, kept, body]);
}
