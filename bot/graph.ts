import { DefaultAzureCredential } from '@azure/identity';
import type { Cloud } from './config.ts';

/** Where Microsoft Graph lives. Source: learn.microsoft.com, "National cloud deployments". */
const GRAPH: Readonly<Record<Cloud, string>> = {
  public: 'https://graph.microsoft.com',
  gcc: 'https://graph.microsoft.com',
  gcch: 'https://graph.microsoft.us',
  dod: 'https://dod-graph.microsoft.us',
};

/** Graph's address, and tokens for it, signed in as the service itself. */
export function graphOf(cloud: Cloud): { readonly graphUrl: string; readonly token: () => Promise<string> } {
  const credential = new DefaultAzureCredential();
  return {
    graphUrl: `${GRAPH[cloud]}/v1.0`,
    token: async () => (await credential.getToken(`${GRAPH[cloud]}/.default`)).token,
  };
}
