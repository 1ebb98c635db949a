import { withForbidden } from '../core/pairing/corrections.ts';
import type { PairingInput } from '../core/pairing/input.ts';
import type { PersonId } from '../core/ids.ts';
import type { Deps } from '../core/deps.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import type { Round } from '../core/round.ts';
import { onClock } from '../core/working-time.ts';

const WEEK_MS = 7 * 86_400_000;
/** Half a year: two pairings of the usual length. Who guided longer ago has rested. */
const LATELY_WEEKS = 26;

/** What a round of this programme is computed from, as things stand now; as far as these people go, where some are named. */
export async function loadPairingInput(
  deps: Deps,
  reads: Reads,
  programme: Programme,
  { seed, people = null }: { seed: number; people?: readonly PersonId[] | null },
): Promise<PairingInput> {
  const now = deps.now();
  const { id, settings } = programme;
  const query = {
    day: now.toISOString().slice(0, 10),
    cooldownSince: new Date(now.getTime() - settings.cooldownWeeks * WEEK_MS),
    guidedSince: new Date(now.getTime() - LATELY_WEEKS * WEEK_MS),
  };
  const pool =
    people === null ? await reads.rounds.pool(id, query) : await reads.rounds.poolOf(id, people, query);
  const topics = await reads.topics.all(programme.tenantId);
  const zones = new Set(pool.members.map((member) => member.timeZone));
  return {
    pool,
    settings,
    kinds: new Map(topics.map((topic) => [topic.id, topic.kind])),
    zoneOffsets: new Map([...zones].map((zone) => [zone, onClock(now, zone).offset])),
    seed,
  };
}

/** The same for a round that exists: by its own settings and seed, and with those kept apart whom a coordinator parted. */
export async function loadRoundInput(
  deps: Deps,
  reads: Reads,
  programme: Programme,
  round: Round,
  people: readonly PersonId[] | null = null,
): Promise<PairingInput> {
  const { id, settings, seed } = round;
  const input = await loadPairingInput(deps, reads, { ...programme, settings }, { seed, people });
  return withForbidden(input, await reads.rounds.corrections(id));
}
