import type { Installed, Installer } from '../core/ports/installer.ts';

export interface GraphInstallerOptions {
  /** The app's id in the company's catalogue, not that of its manifest. */
  readonly catalogAppId: string;
  /** A token for Graph with `TeamsAppInstallation.ReadWriteSelfForUser.All`. */
  readonly token: () => Promise<string>;
  /** Without a slash at the end. */
  readonly graphUrl?: string;
  readonly deadlineMs?: number;
}

const GRAPH = 'https://graph.microsoft.com/v1.0';
const DEADLINE_MS = 10_000;
const LATER_MS = 60_000;

/** Installs our own app for people who lack it. Source: learn.microsoft.com, "Proactive installation of apps using Graph". */
export function createGraphInstaller(options: GraphInstallerOptions): Installer {
  const graph = options.graphUrl ?? GRAPH;
  return {
    install: async (objectId) => {
      try {
        const response = await fetch(
          `${graph}/users/${encodeURIComponent(objectId)}/teamwork/installedApps`,
          {
            method: 'POST',
            redirect: 'error',
            headers: {
              'Content-Type': 'application/json',
              Authorization: `Bearer ${await options.token()}`,
            },
            body: JSON.stringify({
              'teamsApp@odata.bind': `${graph}/appCatalogs/teamsApps/${options.catalogAppId}`,
            }),
            signal: AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS),
          },
        );
        await response.arrayBuffer();
        return outcomeOf(response);
      } catch {
        return { kind: 'later', retryAfterMs: LATER_MS };
      }
    },
  };
}

function outcomeOf({ status, headers }: Response): Installed {
  if (status === 201 || status === 200) return { kind: 'installed' };
  if (status === 409) return { kind: 'already' };
  if (status === 429 || status >= 500) {
    const seconds = Number(headers.get('retry-after'));
    return { kind: 'later', retryAfterMs: seconds > 0 ? seconds * 1000 : LATER_MS };
  }
  return { kind: 'refused' };
}
