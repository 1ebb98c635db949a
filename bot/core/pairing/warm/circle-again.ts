import type { PersonId } from '../../ids.ts';
import { FEWEST, mayJoin } from '../circles/circle.ts';
import type { PairingInput, Suggestion } from '../input.ts';
import { suggest } from '../pair-round.ts';
import { prepare } from '../prepare.ts';
import type { RuleContext } from '../rules/rule.ts';

/** The circle of those who remain of a larger one; null where fewer than three do, or a rule has come to stand between them. */
export function circleAgain(input: PairingInput, remaining: readonly PersonId[]): Suggestion | null {
  const members = input.pool.members.filter((member) => remaining.includes(member.personId));
  const context: RuleContext = {
    pool: prepare({ ...input, pool: { ...input.pool, members } }),
    settings: input.settings,
  };
  const people = context.pool.members;
  const holds = people.every((person, at) => at === 0 || mayJoin(context, people.slice(0, at), person));
  return people.length < FEWEST || !holds ? null : suggest(context, { kind: 'circle', members: people });
}
