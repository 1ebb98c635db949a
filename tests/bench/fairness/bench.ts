/**
 * `npm run bench:fairness -- [--rounds N] [--people N,N] [--seed S] [--json]`: rounds week after week over made-up
 * companies, with the engine and with a shuffle without history; who meets again, who is left out, who is asked.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { company } from '../pairing/generator.ts';
import { remembering, shuffled, simulate, withoutRules } from './simulate.ts';
import type { Outcome } from './simulate.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    people: { type: 'string', default: '50,250,1000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];

const results = values.people.split(',').flatMap((size) => {
  const people = Number(size);
  return (['free', 'b', 's'] as const).map((family) => {
    const made = company({ people, seed, family: family === 'free' ? 's' : family });
    const input = family === 'free' ? withoutRules(made) : made;
    const begin = performance.now();
    const alongside = simulate(input, rounds, remembering(true));
    const seconds = Math.round((performance.now() - begin) / 10) / 100;
    return {
      people,
      rules: family === 'free' ? 'none' : input.settings.mode,
      rounds,
      seconds,
      alongside,
      withoutRest: family === 'b' ? simulate(input, rounds, remembering(false)) : null,
      shuffle: simulate({ ...input, settings: { ...input.settings, mode: 'peers' } }, rounds, shuffled(seed)),
    };
  });
});

if (values.json) {
  process.stdout.write(`${JSON.stringify({ cores: availableParallelism(), seed, results })}\n`);
} else {
  process.stdout.write(`${rounds} rounds, seed ${seed}, ${availableParallelism()} shared cores\n`);
  for (const { people, rules, seconds, alongside, withoutRest, shuffle } of results) {
    process.stdout.write(`\n${people} people, rules: ${rules}, ${seconds} s\n`);
    say('Alongside', alongside);
    if (withoutRest !== null) say('  the same, mentors without rest', withoutRest);
    say('a shuffle without history', shuffle);
  }
}

function say(name: string, outcome: Outcome): void {
  const {
    repeats,
    roundsWithLastPartner,
    leftOut,
    avoidable,
    leftOutTwice,
    brokenRules,
    mostGuided,
    guides,
  } = outcome;
  const parts = [
    `repeats ${repeats} (last partner again in ${roundsWithLastPartner} rounds)`,
    `left out ${leftOut} (avoidable ${avoidable ?? 'not proven'}, twice running ${leftOutTwice})`,
    `pairs that break a rule ${brokenRules}`,
    ...(guides === 0 ? [] : [`${guides} guided, one person at most ${mostGuided} times`]),
  ];
  process.stdout.write(`  ${name.padEnd(32)} ${parts.join('; ')}\n`);
}
