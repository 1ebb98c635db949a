import { ERRORS } from './errors.ts';
import type { ErrorName, TeamsError } from './errors.ts';
import { Limiter, READ_WINDOWS, SEND_WINDOWS, TENANT_WINDOWS } from './limits.ts';
import type { Route } from './routes.ts';

export const MAX_BYTES_UTF16 = 100 * 1024;
const BASE64_IMAGE = /data:image\/[\w.+-]+;base64,[A-Za-z0-9+/=]+/g;

export interface Asked {
  readonly route: Route;
  /** The body as it came; empty for requests without one. */
  readonly text: string;
  readonly body: unknown;
  readonly authorization: string;
  readonly now: number;
}

export type Answer =
  | { readonly ok: true; readonly status: number; readonly body: unknown; readonly activityId: string | null }
  | { readonly ok: false; readonly error: TeamsError };

export interface ConnectorOptions {
  /** Whether the rate windows are enforced. */
  readonly limits: boolean | 'conversations';
  /** The bearer token that requests must carry; null when none is asked for. */
  readonly token: string | null;
}

/** What the connector does with a request that nothing went wrong with. Knows nothing of HTTP. */
export class Connector {
  readonly #options: ConnectorOptions;
  readonly #sends = new Limiter(SEND_WINDOWS);
  readonly #reads = new Limiter(READ_WINDOWS);
  readonly #tenant = new Limiter(TENANT_WINDOWS);
  readonly #refused = new Map<string, ErrorName>();
  #lastActivity = 0;

  constructor(options: ConnectorOptions) {
    this.#options = options;
  }

  /** From now on this conversation, or this user where a conversation is to be created, is answered so. */
  refuse(conversationOrUser: string, error: ErrorName): void {
    this.#refused.set(conversationOrUser, error);
  }

  allow(conversationOrUser: string): void {
    this.#refused.delete(conversationOrUser);
  }

  answer(asked: Asked): Answer {
    const { token } = this.#options;
    if (token !== null && asked.authorization !== `Bearer ${token}`) return no(ERRORS.notRegistered);
    const throttled = this.#throttle(asked);
    if (throttled !== null) return no(throttled);
    if (asked.text.replaceAll(BASE64_IMAGE, '').length * 2 > MAX_BYTES_UTF16) return no(ERRORS.tooBig);
    if (asked.route.kind === 'create') return this.#create(asked.body);
    if (asked.route.kind === 'members') return this.#members(asked.route);
    return this.#activity(asked);
  }

  #throttle({ route, now }: Asked): TeamsError | null {
    const { limits } = this.#options;
    if (limits === false) return null;
    const thread = route.kind === 'members' ? this.#reads : this.#sends;
    const tenantMs = limits === 'conversations' ? 0 : this.#tenant.waitMs('', now);
    const waitMs = Math.max(thread.waitMs(route.conversationId, now), tenantMs);
    if (waitMs > 0) return { ...ERRORS.throttled, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
    // All creations share the empty thread, which has no window of its own.
    if (route.conversationId !== '') thread.count(route.conversationId, now);
    this.#tenant.count('', now);
    return null;
  }

  #create(body: unknown): Answer {
    const userId = textAt(body, 'members', '0', 'id');
    if (userId === null || textAt(body, 'bot', 'id') === null) return no(ERRORS.badArgument);
    const refused = this.#refused.get(userId);
    // The same two always have the same conversation.
    return refused === undefined ? yes({ id: `a:${userId}` }, null) : no(ERRORS[refused]);
  }

  #members({ conversationId, activityId }: Route): Answer {
    const refused = this.#refused.get(conversationId);
    if (refused !== undefined) return no(ERRORS[refused]);
    const member = {
      id: activityId ?? conversationId.replace(/^a:/, ''),
      name: 'Somebody',
      userRole: 'user',
    };
    return {
      ok: true,
      status: 200,
      body: activityId === null ? { members: [member] } : member,
      activityId: null,
    };
  }

  #activity({ route, body }: Asked): Answer {
    const refused = this.#refused.get(route.conversationId);
    if (refused !== undefined) return no(ERRORS[refused]);
    if (route.kind !== 'delete' && textAt(body, 'type') === null) return no(ERRORS.badArgument);
    if (route.kind === 'delete')
      return { ok: true, status: 200, body: undefined, activityId: route.activityId };
    if (route.kind === 'update')
      return { ok: true, status: 200, body: { id: route.activityId }, activityId: route.activityId };
    this.#lastActivity += 1;
    const id = `17${String(this.#lastActivity).padStart(11, '0')}`;
    return yes({ id }, id);
  }
}

const yes = (body: unknown, activityId: string | null): Answer => ({
  ok: true,
  status: 201,
  body,
  activityId,
});
const no = (error: TeamsError): Answer => ({ ok: false, error });

/** The string at a path of keys, or null. */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return null;
    at = Reflect.get(at, key);
  }
  return typeof at === 'string' ? at : null;
}
