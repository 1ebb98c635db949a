/** Everybody asks for everything, in many random companies; how often the program differs from the oracle. */
import { ROUTES } from '../../../bot/api/contract.ts';
import { ROUTES as BUTTONS } from '../../../bot/chat/routes.ts';
import type { Store } from '../../../bot/core/ports/store.ts';
import type { Disagreement } from './compare.ts';
import { NOW } from '../../helpers/builders.ts';
import { pressEverything } from './over-chat.ts';
import { askEverything } from './over-http.ts';
import type { Asked } from './over-http.ts';
import { openWorld } from './world.ts';
import type { World } from './world.ts';

export interface MatrixAttack {
  readonly randomCompanies: number;
  readonly peopleEach: number;
  /** Of the tab's interface. */
  readonly routes: number;
  /** Of the bot's cards. */
  readonly buttons: number;
  readonly relations: number;
  readonly cases: number;
  readonly disagreements: number;
  /** Each kind of them once. */
  readonly disagreed: readonly string[];
  /** The same where everybody passes for a coordinator. */
  readonly controlDisagreements: number;
  /** Medians: what was kept from somebody, and what does not exist. Noted, not judged. */
  readonly keptMs: number;
  readonly absentMs: number;
}

export async function attackMatrix(companies: number, size: number): Promise<MatrixAttack> {
  const relations = new Set<string>();
  const disagreements: Disagreement[] = [];
  const keptMs: number[] = [];
  const absentMs: number[] = [];
  let cases = 0;
  for (let seed = 1; seed <= companies; seed += 1) {
    const asked = await attackCompany(seed, size);
    cases += asked.cases;
    for (const label of asked.standings) relations.add(label);
    disagreements.push(...asked.disagreements);
    keptMs.push(...asked.keptMs);
    absentMs.push(...asked.absentMs);
  }
  return {
    randomCompanies: companies,
    peopleEach: size,
    routes: Object.keys(ROUTES).length,
    buttons: Object.keys(BUTTONS).length,
    relations: relations.size,
    cases,
    disagreements: disagreements.length,
    disagreed: [...new Set(disagreements.map(({ what, standing, why }) => `${what}, ${standing}: ${why}`))],
    controlDisagreements: await controlDisagreements(size),
    keptMs: median(keptMs),
    absentMs: median(absentMs),
  };
}

/** All of it in one random company. */
export async function attackCompany(seed: number, size: number): Promise<Asked> {
  const world = await openWorld(seed, size);
  const asked = await askEverything(world);
  const pressed = await pressEverything(world);
  await world.store.close();
  return {
    ...asked,
    cases: asked.cases + pressed.cases,
    standings: new Set([...asked.standings, ...pressed.standings]),
    disagreements: [...asked.disagreements, ...pressed.disagreements],
  };
}

/** How often a program that takes everybody for a coordinator differs. */
export async function controlDisagreements(size: number): Promise<number> {
  const world = await openWorld(1, size);
  const { disagreements } = await askEverything({ ...world, store: careless(world) });
  await world.store.close();
  return disagreements.length;
}

/** A store that takes everybody for a coordinator of everything in their company. */
function careless({ store, people }: World): World['store'] {
  const everyone = people.map(({ id }) => ({ personId: id, addedBy: null, addedAt: NOW }));
  const reads = (real: Store['reads']): Store['reads'] => ({
    ...real,
    programmes: { ...real.programmes, coordinators: () => Promise.resolve(everyone) },
  });
  return {
    ...store,
    get reads() {
      return reads(store.reads);
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round((sorted[sorted.length >> 1] ?? 0) * 100) / 100;
}
