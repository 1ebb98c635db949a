import { Buffer } from 'node:buffer';
import { readEnvelope } from './envelope.ts';
import type { Envelope } from './envelope.ts';

/**
 * What stands before botbuilder's adapter, in microseconds and without any signature work: botbuilder by itself
 * takes a token of any tenant for the Emulator's and remembers each new issuer for ever. Whatever passes here
 * still has its signature, audience, expiry and serviceUrl checked by the adapter.
 */
export interface GateRules {
  /** No bot registration: whoever reaches the port may speak. Loopback only. */
  readonly anonymous: boolean;
  readonly appId: string;
  readonly issuer: string;
  readonly serviceHosts: ReadonlySet<string>;
  /** Lower case. Empty lets every tenant in, which only the anonymous mode may do. */
  readonly tenants: ReadonlySet<string>;
}

export type GateRefusal = {
  readonly status: 400 | 401 | 403;
  readonly code: 'malformed' | 'not-signed-in' | 'not-allowed';
  /** For the log; never sent. */
  readonly why: 'body' | 'token' | 'issuer' | 'audience' | 'channel' | 'service-url' | 'tenant';
};

export type Verdict =
  | { readonly pass: true; readonly envelope: Envelope }
  | { readonly pass: false; readonly refusal: GateRefusal };

const MAX_TOKEN_LENGTH = 8192;
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Decides on one request from its body, already parsed, and its Authorization header. Pure. */
export function judge(rules: GateRules, request: { body: unknown; authorization: string }): Verdict {
  const envelope = readEnvelope(request.body);
  if (envelope === null) return refuse(400, 'malformed', 'body');
  if (!rules.anonymous) {
    const refused = judgeToken(rules, request.authorization);
    if (refused !== null) return refused;
    if (envelope.channelId !== 'msteams') return refuse(403, 'not-allowed', 'channel');
  }
  if (!serviceUrlAllowed(rules, envelope.serviceUrl)) return refuse(403, 'not-allowed', 'service-url');
  if (!tenantAllowed(rules, envelope.tenantId)) return refuse(403, 'not-allowed', 'tenant');
  return { pass: true, envelope };
}

/** Whether the bot may speak to this address: asked for what comes in and again for what goes out. */
export function serviceUrlAllowed(
  rules: Pick<GateRules, 'anonymous' | 'serviceHosts'>,
  serviceUrl: string,
): boolean {
  const url = URL.parse(serviceUrl);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (rules.anonymous)
    return (url.protocol === 'http:' || url.protocol === 'https:') && LOOPBACK_HOSTS.has(url.hostname);
  return url.protocol === 'https:' && url.port === '' && rules.serviceHosts.has(url.hostname);
}

function tenantAllowed(rules: GateRules, tenantId: string | null): boolean {
  if (rules.anonymous && rules.tenants.size === 0) return true;
  return tenantId !== null && rules.tenants.has(tenantId.toLowerCase());
}

/** Looks at the token without believing it: who it says it is from and for. */
function judgeToken(rules: GateRules, authorization: string): Verdict | null {
  const token = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization.slice(0, MAX_TOKEN_LENGTH + 1));
  const payload = token?.[2];
  if (payload === undefined || authorization.length > MAX_TOKEN_LENGTH)
    return refuse(401, 'not-signed-in', 'token');
  const claims = readClaims(payload);
  if (claims?.iss !== rules.issuer) return refuse(401, 'not-signed-in', 'issuer');
  if (claims.aud !== rules.appId) return refuse(401, 'not-signed-in', 'audience');
  return null;
}

function readClaims(payload: string): { iss: unknown; aud: unknown } | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null) return null;
    return { iss: own(claims, 'iss'), aud: own(claims, 'aud') };
  } catch {
    return null;
  }
}

const own = (object: object, key: string): unknown => Object.getOwnPropertyDescriptor(object, key)?.value;

function refuse(status: GateRefusal['status'], code: GateRefusal['code'], why: GateRefusal['why']): Verdict {
  return { pass: false, refusal: { status, code, why } };
}
