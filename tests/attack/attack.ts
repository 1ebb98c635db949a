/**
 * `npm run attack -- [--short] [--json] [--only doors|matrix|canaries|figures]`: somebody who wants to get in, or to know what is
 * not theirs to know, tries everything; what was tried and what came of it. Ends with 1 when anything did.
 */
import { parseArgs } from 'node:util';
import { attackConfidence } from './canaries/canaries.ts';
import { attackDoors } from './doors/doors.ts';
import { attackWithJunk } from './doors/junk.ts';
import { attackFigures } from './figures.ts';
import { judge } from './judge.ts';
import type { AttackReport } from './judge.ts';
import { attackMatrix } from './matrix/matrix.ts';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const { short } = values;

/** Each attack, and how much of it is tried. */
const ATTACKS: Readonly<Record<string, () => Promise<AttackReport>>> = {
  doors: async () => ({
    ...(await attackDoors()),
    ...(await attackWithJunk(short ? 5_000 : 100_000, short ? 2_000 : 20_000)),
  }),
  matrix: async () => attackMatrix(short ? 2 : 50, short ? 100 : 500),
  canaries: async () => attackConfidence(short ? 60 : 1_200),
  figures: async () => attackFigures(short ? 20 : 200, 12),
};

const report: Record<string, unknown> = {};
for (const [name, attack] of Object.entries(ATTACKS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const started = performance.now();
  Object.assign(report, await attack());
  console.error(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
}
const promises = judge(report);
if (values.json) console.log(JSON.stringify(report));
else
  for (const { name, kept, found } of promises)
    console.log(`${kept ? 'kept  ' : 'BROKEN'} ${name}: ${found}`);
process.exit(promises.every(({ kept }) => kept) ? 0 : 1);
