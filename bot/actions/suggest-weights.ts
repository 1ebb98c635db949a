import type { Deps } from '../core/deps.ts';
import type { ProgrammeId } from '../core/ids.ts';
import { exampleOf } from '../core/learning/observe.ts';
import { FEWEST_TO_LEARN, suggestWeights as learn } from '../core/learning/suggest.ts';
import { monthOf, monthsBefore, monthStart, WEIGHTS } from '../core/privacy/periods.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import type { WeightSuggestion } from '../core/views/weights.ts';

/**
 * What people's answers up to the end of last month suggest for the programme's weights. Worked out once a month and
 * kept, so that two looks cannot be subtracted; without the answers of those who could look. Changes nothing.
 * @throws Refusal 'not-found'
 */
export async function suggestWeights(
  deps: Deps,
  { programmeId }: { programmeId: ProgrammeId },
): Promise<WeightSuggestion> {
  return deps.store.transaction(async (tx) => {
    const programme = await tx.programmes.byId(programmeId);
    if (programme === null) throw new Refusal('not-found');
    if (!programme.settings.learning) return { state: 'off' };
    const period = monthsBefore(monthOf(deps.now()), 1);
    const kept = (await tx.privacy.released(programmeId, null)).find(
      (figure) => figure.question === WEIGHTS && figure.period === period,
    );
    // Written by this function alone.
    if (kept !== undefined) return kept.value as WeightSuggestion;
    const suggestion = await workOut(deps, tx, programme, period);
    const figure = { programmeId, scope: null, period, question: WEIGHTS, value: suggestion };
    await tx.privacy.release([{ ...figure, releasedAt: deps.now() }]);
    return suggestion;
  });
}

async function workOut(
  deps: Deps,
  tx: Writes,
  programme: Programme,
  period: string,
): Promise<WeightSuggestion> {
  const { id, tenantId, settings } = programme;
  const looking = new Set((await tx.programmes.coordinators(id)).map((one) => one.personId));
  const all = await tx.privacy.heardOfPairings(id, monthStart(monthOf(deps.now())));
  const heard = all.filter((one) => !looking.has(one.personId));
  if (new Set(heard.map((one) => one.personId)).size < FEWEST_TO_LEARN) {
    return { state: 'few', fewest: FEWEST_TO_LEARN };
  }
  const kinds = new Map((await tx.topics.all(tenantId)).map((topic) => [topic.id, topic.kind]));
  const weights = learn(
    heard.map((one) => exampleOf(one, kinds)),
    settings.weights,
  );
  return weights === null ? { state: 'unclear', period } : { state: 'ready', period, weights };
}
