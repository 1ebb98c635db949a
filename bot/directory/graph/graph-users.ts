import { z } from 'zod';
import type { DirectoryPage, DirectorySource } from '../../core/ports/directory.ts';
import { changeOf, graphUser, SELECTED } from './graph-user.ts';

export interface GraphUsersOptions {
  /** With its version, without a slash at the end: `https://graph.microsoft.com/v1.0`. */
  readonly graphUrl: string;
  /** A token for Graph with the application permission `User.Read.All`. */
  readonly token: () => Promise<string>;
  readonly wait: (ms: number) => Promise<unknown>;
  /** Gives 0 to 1. */
  readonly dice?: () => number;
  readonly deadlineMs?: number;
}

/** A page is asked for this often before the run ends; the next run asks for the same page. */
const ATTEMPTS = 6;
const DEADLINE_MS = 30_000;
const LONGEST_WAIT_MS = 5 * 60_000;

const answer = z.object({
  value: z.array(graphUser),
  '@odata.nextLink': z.url().optional(),
  '@odata.deltaLink': z.url().optional(),
});

/** Codes with which Graph says that it no longer knows an address, beside 410. */
const UNKNOWN_STATE = /^(sync.?state|resync)/i;

/** The users of a tenant by Graph's delta query. Source: learn.microsoft.com, "user: delta" and "Microsoft Graph throttling guidance". */
export function createGraphUsers(options: GraphUsersOptions): DirectorySource {
  const beginning = `${options.graphUrl}/users/delta?$select=${SELECTED.join(',')}`;
  const { origin } = new URL(options.graphUrl);
  return {
    read: async (address) => {
      const url = address ?? beginning;
      // Our token goes to Graph and nowhere else, whatever an answer says.
      if (new URL(url).origin !== origin) throw new Error('Graph named an address that is not its own');
      const response = await askPatiently(options, url);
      return response === 'start-over' ? response : pageOf(await response.json());
    },
  };
}

function pageOf(body: unknown): DirectoryPage {
  const { value, ...links } = answer.parse(body);
  return {
    changes: value.map(changeOf),
    next: links['@odata.nextLink'] ?? null,
    done: links['@odata.deltaLink'] ?? null,
  };
}

async function askPatiently(options: GraphUsersOptions, url: string): Promise<Response | 'start-over'> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await askOnce(options, url);
    if (response?.ok === true) return response;
    if (response !== null && (await isForgotten(response))) return 'start-over';
    const mayPass = response === null || response.status === 429 || response.status >= 500;
    if (!mayPass || attempt === ATTEMPTS)
      throw new Error(`Graph does not give its users: ${response?.status ?? 'no answer'}`);
    await options.wait(pauseMs(response, attempt, options.dice ?? Math.random));
  }
}

/** Null when no answer came in time. */
async function askOnce({ token, deadlineMs }: GraphUsersOptions, url: string): Promise<Response | null> {
  const bearer = await token();
  try {
    return await fetch(url, {
      redirect: 'error',
      headers: { Authorization: `Bearer ${bearer}`, Accept: 'application/json' },
      signal: AbortSignal.timeout(deadlineMs ?? DEADLINE_MS),
    });
  } catch {
    return null;
  }
}

const refused = z.object({ error: z.object({ code: z.string() }) });

async function isForgotten(response: Response): Promise<boolean> {
  if (response.status === 410) return true;
  if (response.status !== 400) return false;
  const told = refused.safeParse(await response.json().catch(() => null));
  return told.success && UNKNOWN_STATE.test(told.data.error.code);
}

/** As long as Graph asks for; else longer each time, give or take a half. */
function pauseMs(response: Response | null, attempt: number, dice: () => number): number {
  const seconds = Number(response?.headers.get('retry-after'));
  const asked = seconds > 0 ? seconds * 1000 : 1000 * 2 ** (attempt - 1) * (0.5 + dice());
  return Math.min(asked, LONGEST_WAIT_MS);
}
