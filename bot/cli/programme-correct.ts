import { correctRound } from '../actions/correct-round.ts';
import type { Deps } from '../core/deps.ts';
import type { PersonId, TenantId } from '../core/ids.ts';
import type { Correction, Round } from '../core/round.ts';
import { CommandFailure } from './command.ts';
import type { Command } from './command.ts';
import { pairAloud } from './pair-aloud.ts';
import type { AskedCorrection } from './programme-options.ts';

/** Corrects a preview, one decision after the other, and returns it as it is then. */
export async function correctPreview(
  command: Command,
  deps: Deps,
  {
    round,
    tenantId,
    corrections,
  }: { round: Round; tenantId: TenantId; corrections: readonly AskedCorrection[] },
): Promise<{ readonly round: Round; readonly othersChanged: number }> {
  let corrected = { round, othersChanged: 0 };
  for (const { kind, people } of corrections) {
    const [one, other] = people;
    const two = [
      await find(command, deps, tenantId, one),
      await find(command, deps, tenantId, other),
    ] as const;
    const done = await correctRound(
      { ...deps, pair: pairAloud(command) },
      { roundId: round.id, people: two, kind, by: null },
    );
    corrected = { round: done.round, othersChanged: corrected.othersChanged + done.othersChanged };
  }
  return corrected;
}

async function find({ say }: Command, { store }: Deps, tenant: TenantId, person: string): Promise<PersonId> {
  const found = await store.reads.people.byDirectoryId(tenant, person);
  if (found === null) throw new CommandFailure(say('programme.unknown-person', { person }));
  return found.id;
}

/** What was decided by hand about a round, in words. */
export async function correctionLines(
  { say }: Command,
  { store }: Deps,
  corrections: readonly Correction[],
): Promise<readonly string[]> {
  if (corrections.length === 0) return [];
  const people = await store.reads.people.byIds(corrections.flatMap((one) => one.people));
  const name = (id: PersonId): string => people.get(id)?.displayName ?? id;
  const lines = corrections.map(({ kind, people: [one, other] }) =>
    say(`programme.round.${kind}`, { one: name(one), other: name(other) }),
  );
  return ['', say('programme.round.corrections'), ...lines];
}
