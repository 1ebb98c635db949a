import { DefaultAzureCredential } from '@azure/identity';
import { createAppInstalls } from './delivery/install-app.ts';
import type { InstallDeps } from './delivery/install-app.ts';
import type { Job } from './delivery/clock-work.ts';
import type { Cloud } from './config.ts';
import { createGraphInstaller } from './teams/graph-installer.ts';

/** Where Microsoft Graph lives. Source: learn.microsoft.com, "National cloud deployments". */
const GRAPH: Readonly<Record<Cloud, string>> = {
  public: 'https://graph.microsoft.com',
  gcc: 'https://graph.microsoft.com',
  gcch: 'https://graph.microsoft.us',
  dod: 'https://dod-graph.microsoft.us',
};

/** Gives the app to people who lack it, signed in as the service itself. */
export function installJob(
  deps: Omit<InstallDeps, 'installer'>,
  { catalogAppId, cloud }: { readonly catalogAppId: string; readonly cloud: Cloud },
): Job {
  const credential = new DefaultAzureCredential();
  const installer = createGraphInstaller({
    catalogAppId,
    graphUrl: `${GRAPH[cloud]}/v1.0`,
    token: async () => (await credential.getToken(`${GRAPH[cloud]}/.default`)).token,
  });
  return { name: 'install-app', everyMs: 15 * 60_000, run: createAppInstalls({ ...deps, installer }) };
}
