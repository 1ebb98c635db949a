/**
 * `npm run bench:pairing:warm -- [--people N] [--seed S] [--family F] [--only churn|one] [--json]`: changes in a round.
 * Two looks at it between which one in a hundred joined and one left (churn.ts). And one change while it is out: what a
 * round leaves of a company's places is free; 1,000 people, one after the other, are found the next best. CPU
 * milliseconds of each.
 */
import { parseArgs } from 'node:util';
import { nextBest } from '../../../bot/core/pairing/warm/next-best.ts';
import { StandBy } from '../../../bot/core/pairing/warm/stand-by.ts';
import type { Role } from '../../../bot/core/round.ts';
import { churn } from './churn.ts';
import { company, FAMILIES } from './generator.ts';
import type { Family } from './generator.ts';
import { whole } from '../whole.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    family: { type: 'string', default: FAMILIES.join('') },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const ASKED = 1000;
/** Of those with a place as a mentor every fifth still has it, of those who seek every fiftieth: what a round leaves. */
const MENTORS_LEFT = 5;
const SEEKERS_LEFT = 50;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function afterARound(family: Family) {
  const input = company({ people, seed, family });
  const members = input.pool.members.map((member, at) => ({
    ...member,
    freeAsMentor: at % MENTORS_LEFT === 0 ? member.freeAsMentor : 0,
    freeAsMentee: at % SEEKERS_LEFT <= 1 ? member.freeAsMentee : 0,
  }));
  return { ...input, pool: { ...input.pool, members } };
}

function ask(family: Family, role: Role) {
  const input = afterARound(family);
  const start = cpuMs();
  const standBy = new StandBy(input);
  const ready = cpuMs() - start;
  const willing = input.pool.members.filter((member) =>
    role === 'mentor' ? member.freeAsMentor > 0 : member.freeAsMentee > 0,
  );
  const spent: number[] = [];
  let found = 0;
  for (let count = 0; count < ASKED; count += 1) {
    const person = willing[(count * 7919) % willing.length];
    if (person === undefined) break;
    const before = cpuMs();
    if (nextBest(standBy, { personId: person.personId, role }) !== null) found += 1;
    spent.push(cpuMs() - before);
  }
  spent.sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((spent[Math.floor(share * (spent.length - 1))] ?? 0).toFixed(2));
  return {
    role,
    found,
    asked: spent.length,
    readyMs: Math.round(ready),
    p50: at(0.5),
    p99: at(0.99),
    most: at(1),
  };
}

const [people, seed] = [whole('people', values.people), whole('seed', values.seed, 0)];
const churned =
  values.only === 'one'
    ? []
    : FAMILIES.filter((family) => values.family.includes(family)).map((family) =>
        churn(family, people, seed),
      );
const rows = values.only === 'churn' ? [] : [ask('b', 'mentee'), ask('b', 'mentor'), ask('s', 'peer')];
if (values.json) console.log(JSON.stringify({ people, churn: churned, rows }));
else {
  for (const { family, others, anew, kept, fitLost, squaresLost } of churned) {
    const lost = `lost ${fitLost} % of fit, ${squaresLost} % in squares`;
    console.log(
      `${family}: of ${others} other pairs ${kept.othersChanged} % change, ${anew.othersChanged} % from nothing;`,
    );
    console.log(
      `   left out ${kept.leftOut} and ${anew.leftOut}; ${lost}; CPU ${kept.seconds} s and ${anew.seconds} s`,
    );
  }
  for (const row of rows) console.log(JSON.stringify(row));
}
