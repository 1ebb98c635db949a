import { createAppInstalls } from './delivery/install-app.ts';
import type { InstallDeps } from './delivery/install-app.ts';
import type { Job } from './delivery/clock-work.ts';
import type { Cloud } from './config.ts';
import { graphOf } from './graph.ts';
import { createGraphInstaller } from './teams/graph-installer.ts';

/** Gives the app to people who lack it, signed in as the service itself. */
export function installJob(
  deps: Omit<InstallDeps, 'installer'>,
  { catalogAppId, cloud }: { readonly catalogAppId: string; readonly cloud: Cloud },
): Job {
  const installer = createGraphInstaller({ catalogAppId, ...graphOf(cloud) });
  return { name: 'install-app', everyMs: 15 * 60_000, run: createAppInstalls({ ...deps, installer }) };
}
