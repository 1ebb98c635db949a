/**
 * `npm run bench:delivery -- [--json] [--occurrences N] [--rate-seconds S] [--peers N]`: how fast the engine is by
 * itself, what it uses of Teams' real rate with 1, 2, 4 and 8 processes, and a peer beside it under the same faults.
 * `--only engine`, `rate` or `peer` measures that alone; `--processes 8` with so many only. `--only rate --people N
 * --faster K` tells N people something within that rate, by a clock that is K times as fast, and says how many of
 * Teams' minutes it took: what the machine itself takes counts K times.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { STORES } from '../../chaos/place.ts';
import { runRate } from '../../chaos/rate.ts';
import { SERVER } from '../../store/mssql-server.ts';
import { measureEngine } from './engine.ts';
import { measureOurs, measurePeer } from './peer.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    occurrences: { type: 'string', default: '10000' },
    'rate-seconds': { type: 'string', default: '20' },
    peers: { type: 'string', default: '600' },
    only: { type: 'string' },
    processes: { type: 'string' },
    people: { type: 'string' },
    faster: { type: 'string', default: '1' },
  },
});
const note = (line: string): void => console.error(line);
const occurrences = Number(values.occurrences);

const wanted = (part: string): boolean => values.only === undefined || values.only === part;
const processesOf = (usual: readonly number[]): readonly number[] =>
  values.processes === undefined ? usual : [Number(values.processes)];

const stores = STORES.filter((store) => store === 'sqlite' || SERVER !== null);
if (SERVER === null) note('SKIPPED: SQL Server, as ALONGSIDE_TEST_MSSQL names no server');
const engine = [];
for (const store of wanted('engine') ? stores : [])
  for (const processes of processesOf([1, 2, 4])) {
    const perSecond = await measureEngine({ store, occurrences, processes });
    engine.push({ engine: store, processes, perSecond });
    note(`the engine alone on ${store}, ${processes} processes: ${perSecond} a second`);
  }
const rate = [];
const people = values.people === undefined ? null : Number(values.people);
const until = people === null ? { ms: Number(values['rate-seconds']) * 1000 } : { people };
const faster = Number(values.faster);
for (const processes of wanted('rate') ? processesOf(people === null ? [1, 2, 4, 8] : [2]) : []) {
  const told = people === null ? {} : { people };
  const run = { processes, ...told, ...(await runRate({ workers: processes, until, faster })) };
  rate.push(run);
  note(`Teams' real rate, ${processes} processes: ${JSON.stringify(run)}`);
}
const messages = Number(values.peers);
const peer = wanted('peer') ? await measurePeer(messages) : null;
note(`a loop of botbuilder's own: ${JSON.stringify(peer)}`);
const ours = wanted('peer') ? await measureOurs(messages) : null;
note(`ours, the same: ${JSON.stringify(ours)}`);

const report = { cpus: cpus().length, node: process.version, perSecond: engine, rate, peer, ours };
if (values.json) console.log(JSON.stringify(report));
