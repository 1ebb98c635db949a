import type { Deps } from '../core/deps.ts';
import type { PairingId, ProgrammeId } from '../core/ids.ts';
import { exampleOf } from '../core/learning/observe.ts';
import type { HeardOf } from '../core/learning/observe.ts';
import { FEWEST_TO_LEARN, suggestWeights as learn } from '../core/learning/suggest.ts';
import { monthOf, monthsBefore, monthStart, WEIGHTS } from '../core/privacy/periods.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import type { WeightSuggestion } from '../core/views/weights.ts';

/** Pairings that are read at a time, so that nobody waits behind all of a company's. */
const PAGE = 200;

/**
 * What people's answers suggest for the programme's weights, as it was last worked out. Changes nothing.
 * @throws Refusal 'not-found'
 */
export async function suggestWeights(
  { store }: Pick<Deps, 'store'>,
  { programmeId }: { programmeId: ProgrammeId },
): Promise<WeightSuggestion> {
  const programme = await store.reads.programmes.byId(programmeId);
  if (programme === null) throw new Refusal('not-found');
  if (!programme.settings.learning) return { state: 'off' };
  return (await keptOf(store.reads, programmeId)).at(-1)?.suggestion ?? { state: 'waiting' };
}

/**
 * Works out what the answers up to the end of last month suggest: once a month and for good, so that two looks cannot
 * be subtracted; without the answers of those who could look. Returns whether it was new.
 */
export async function learnWeights(deps: Deps, programme: Programme): Promise<boolean> {
  const { reads } = deps.store;
  const period = monthsBefore(monthOf(deps.now()), 1);
  if (!programme.settings.learning) return false;
  if ((await keptOf(reads, programme.id)).some((one) => one.period === period)) return false;
  const value = await workOut(reads, programme, period);
  const figure = { programmeId: programme.id, scope: null, period, question: WEIGHTS, value };
  await deps.store.transaction((tx) => tx.privacy.release([{ ...figure, releasedAt: deps.now() }]));
  return true;
}

/** By month, the oldest first. Written by `learnWeights` alone. */
async function keptOf({ privacy }: Reads, id: ProgrammeId) {
  const released = await privacy.released(id, null);
  return released
    .filter((figure) => figure.question === WEIGHTS)
    .map(({ period, value }) => ({ period, suggestion: value as WeightSuggestion }));
}

async function workOut(
  reads: Reads,
  { id, tenantId, settings }: Programme,
  period: string,
): Promise<WeightSuggestion> {
  const looking = new Set((await reads.programmes.coordinators(id)).map((one) => one.personId));
  const all = await heardUntil(reads, id, monthStart(monthsBefore(period, -1)));
  const heard = all.filter((one) => !looking.has(one.personId));
  if (new Set(heard.map((one) => one.personId)).size < FEWEST_TO_LEARN) {
    return { state: 'few', fewest: FEWEST_TO_LEARN };
  }
  const kinds = new Map((await reads.topics.all(tenantId)).map((topic) => [topic.id, topic.kind]));
  const weights = learn(
    heard.map((one) => exampleOf(one, kinds)),
    settings.weights,
  );
  return weights === null ? { state: 'unclear', period } : { state: 'ready', period, weights };
}

async function heardUntil({ privacy }: Reads, id: ProgrammeId, until: Date): Promise<readonly HeardOf[]> {
  const all: HeardOf[] = [];
  let after: PairingId | null = null;
  do {
    const page: Awaited<ReturnType<typeof privacy.heardOfPairings>> = await privacy.heardOfPairings(
      id,
      until,
      {
        after,
        limit: PAGE,
      },
    );
    all.push(...page.heard);
    after = page.last;
  } while (after !== null);
  return all;
}
