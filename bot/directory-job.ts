import { setTimeout as wait } from 'node:timers/promises';
import { syncDirectory } from './actions/sync-directory.ts';
import type { Cloud } from './config.ts';
import type { Deps } from './core/deps.ts';
import { asId } from './core/ids.ts';
import type { Job } from './delivery/clock-work.ts';
import { createGraphUsers } from './directory/graph/graph-users.ts';
import { graphOf } from './graph.ts';

const EVERY_MS = 60 * 60_000;

/** Keeps people as Entra knows them, with the permission `User.Read.All` of the service itself. */
export function directoryJob(
  deps: Deps,
  { tenantId, cloud }: { readonly tenantId: string; readonly cloud: Cloud },
): Job {
  const source = createGraphUsers({ ...graphOf(cloud), wait: (ms) => wait(ms) });
  return {
    name: 'sync-directory',
    everyMs: EVERY_MS,
    run: () => syncDirectory(deps, { tenantId: asId(tenantId), source }),
  };
}
