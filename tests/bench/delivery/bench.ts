/**
 * `npm run bench:delivery -- [--json] [--occurrences N] [--rate-seconds S] [--peers N]`: how fast the engine is by
 * itself, what it uses of Teams' real rate with 1, 2, 4 and 8 processes, and a peer beside it under the same faults.
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
  },
});
const note = (line: string): void => console.error(line);
const occurrences = Number(values.occurrences);

const stores = STORES.filter((store) => store === 'sqlite' || SERVER !== null);
if (SERVER === null) note('SKIPPED: SQL Server, as ALONGSIDE_TEST_MSSQL names no server');
const engine = [];
for (const store of stores)
  for (const processes of [1, 2, 4]) {
    const perSecond = await measureEngine({ store, occurrences, processes });
    engine.push({ engine: store, processes, perSecond });
    note(`the engine alone on ${store}, ${processes} processes: ${perSecond} a second`);
  }
const rate = [];
for (const processes of [1, 2, 4, 8]) {
  const run = {
    processes,
    ...(await runRate({ workers: processes, forMs: Number(values['rate-seconds']) * 1000 })),
  };
  rate.push(run);
  note(`Teams' real rate, ${processes} processes: ${JSON.stringify(run)}`);
}
const messages = Number(values.peers);
const peer = await measurePeer(messages);
note(`a loop of botbuilder's own: ${JSON.stringify(peer)}`);
const ours = await measureOurs(messages);
note(`ours, the same: ${JSON.stringify(ours)}`);

const report = { cpus: cpus().length, node: process.version, perSecond: engine, rate, peer, ours };
if (values.json) console.log(JSON.stringify(report));
