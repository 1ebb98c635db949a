import { endPauses } from './actions/end-pauses.ts';
import { enforceRetention } from './actions/enforce-retention.ts';
import { expireProposals } from './actions/expire-proposals.ts';
import { planCheckIns } from './actions/plan-check-ins.ts';
import { planSilence } from './actions/plan-silence.ts';
import { releaseFigures } from './actions/release-figures.ts';
import { seeOffLeavers } from './actions/see-off-leavers.ts';
import { learnWeights } from './actions/suggest-weights.ts';
import type { Deps } from './core/deps.ts';
import type { Job } from './delivery/clock-work.ts';

const MINUTE_MS = 60_000;

/** What happens by the clock. Each may run twice, or on two instances at once, and alters nothing then. */
export function jobsOf(deps: Deps): readonly Job[] {
  return [
    { name: 'end-pauses', everyMs: 5 * MINUTE_MS, run: () => endPauses(deps) },
    { name: 'see-off-leavers', everyMs: 5 * MINUTE_MS, run: () => seeOffLeavers(deps) },
    { name: 'expire-proposals', everyMs: 5 * MINUTE_MS, run: () => expireProposals(deps) },
    { name: 'plan-check-ins', everyMs: 10 * MINUTE_MS, run: () => planCheckIns(deps) },
    { name: 'plan-silence', everyMs: 60 * MINUTE_MS, run: () => planSilence(deps) },
    { name: 'enforce-retention', everyMs: 12 * 60 * MINUTE_MS, run: () => enforceRetention(deps) },
    { name: 'release-figures', everyMs: 60 * MINUTE_MS, run: () => releaseAll(deps) },
    { name: 'learn-weights', everyMs: 10 * MINUTE_MS, run: () => learnAll(deps) },
  ];
}

async function releaseAll(deps: Deps): Promise<void> {
  for (const programme of await deps.store.reads.programmes.running()) await releaseFigures(deps, programme);
}

async function learnAll(deps: Deps): Promise<void> {
  for (const programme of await deps.store.reads.programmes.running()) await learnWeights(deps, programme);
}
