import type { Server } from 'restify';
import type { Pair } from '../actions/solve-round.ts';
import { Allowances, RATES } from '../core/allowance.ts';
import { Refusal } from '../core/refusal.ts';
import { ROUTES } from './contract.ts';
import type { RouteName } from './contract.ts';
import { answerErrorsPlainly } from './http/plain-errors.ts';
import { serve } from './http/serve.ts';
import type { Asked } from './http/serve.ts';
import type { ApiDeps, Asker } from './asker.ts';
import type { Route } from './route.ts';
import { TABLE } from './table.ts';

export type { ApiDeps } from './asker.ts';

/** Serves every route of the contract: who asks, how much, whether they may, what they sent, and only then the handler. */
export function registerApi(server: Server, deps: ApiDeps): void {
  answerErrorsPlainly(server, deps.log);
  const allowances = new Allowances(deps.rate ?? RATES.tab);
  for (const [name, route] of Object.entries<Route>(TABLE)) {
    serve(server, ROUTES[name as RouteName], deps, async (asked) => {
      const pair: Pair = (input) => deps.pair(input, { signal: asked.signal });
      const asker = await askerOf({ ...deps, pair }, asked);
      if (!allowances.take(asker.person.id, performance.now(), route.cost)) throw new Refusal('too-fast');
      return route.answer(asker, asked);
    });
  }
}

/** @throws Refusal 'not-signed-in', or 'not-in-directory' for somebody whom the company's directory does not have. */
async function askerOf(deps: ApiDeps, asked: Asked): Promise<Asker> {
  if (asked.bearer === null) throw new Refusal('not-signed-in');
  const { tenantId, objectId } = await deps.verify(asked.bearer);
  const person = await deps.store.reads.people.byObjectId(tenantId, objectId);
  if (person === null || person.leftAt !== null) throw new Refusal('not-in-directory');
  const locale = asked.locale ?? (await deps.store.reads.people.preferences(person.id)).locale;
  return { deps, person, locale };
}
