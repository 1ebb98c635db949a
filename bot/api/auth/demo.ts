import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Server } from 'restify';
import { isLoopback } from '../../config.ts';
import type { Config } from '../../config.ts';
import type { Deps } from '../../core/deps.ts';
import { asId } from '../../core/ids.ts';
import type { PersonId, TenantId } from '../../core/ids.ts';
import { Refusal } from '../../core/refusal.ts';
import { serve } from '../http/serve.ts';
import type { HttpLog } from '../http/serve.ts';
import { demoBody, demoQuery } from '../schemas.ts';
import type { Authenticator } from './authenticator.ts';
import { SCOPE, TEAMS_CLIENTS, verifyTabToken } from './tab-token.ts';

const AUDIENCE = 'demonstration';
const MINUTES = 30;

export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly role: 'employee' | 'manager' | 'coordinator' | 'it';
}

export interface DemoSignInOptions {
  readonly config: Pick<Config, 'demonstration' | 'production' | 'host'>;
  readonly deps: Deps & { readonly log: HttpLog };
  readonly tenantId: TenantId;
  /** Whom one can choose from. */
  readonly people: () => Promise<readonly DemoPerson[]>;
  /** Who one is at first; null where one has to choose. */
  readonly signedIn: PersonId | null;
}

export interface DemoSignIn {
  readonly authenticator: Authenticator;
  /** Adds `GET /demo/people`, `POST /demo/sign-in` and `GET /demo/token?personId=` to the server. */
  readonly routes: (server: Server) => void;
}

/**
 * Sign-in by choosing who one is. Its tokens are signed with a key of this process and go through the same checks
 * as Entra's. @throws Error outside the demonstration, in production, and on any address but loopback.
 */
export async function createDemoSignIn(options: DemoSignInOptions): Promise<DemoSignIn> {
  const { config, deps, tenantId } = options;
  if (!config.demonstration || config.production || !isLoopback(config.host)) {
    throw new Error('sign-in by choosing exists in the demonstration on loopback only');
  }
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const issuer = `https://demonstration.invalid/${tenantId}/v2.0`;
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256' }] });
  const checks = { audiences: [AUDIENCE], issuers: new Map([[tenantId, { issuer, keys }]]) };

  const sign = async (personId: string): Promise<{ token: string; expiresAt: string }> => {
    const oid = await objectIdOf(deps, tenantId, asId<PersonId>(personId));
    const now = Math.floor(Date.now() / 1000);
    const expiresAt = now + MINUTES * 60;
    const token = await new SignJWT({ tid: tenantId, oid, scp: SCOPE, azp: TEAMS_CLIENTS[1], ver: '2.0' })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(AUDIENCE)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(expiresAt)
      .sign(privateKey);
    return { token, expiresAt: new Date(expiresAt * 1000).toISOString() };
  };

  return {
    authenticator: (token) => verifyTabToken(token, checks),
    routes: (server) => {
      const local = { log: deps.log, onlyLoopback: true };
      serve(server, 'GET /demo/people', local, async () => ({
        people: await options.people(),
        signedIn: options.signedIn,
      }));
      serve(server, 'POST /demo/sign-in', local, async (request) =>
        sign((await request.body(demoBody)).personId),
      );
      serve(server, 'GET /demo/token', local, async (request) => sign(request.query(demoQuery).personId));
    },
  };
}

/** The Entra id that this person is known by here; people of an HR export without one are given one. */
async function objectIdOf(deps: Deps, tenantId: TenantId, personId: PersonId): Promise<string> {
  return deps.store.transaction(async (tx) => {
    const person = await tx.people.byId(personId);
    if (person === null || person.tenantId !== tenantId || person.leftAt !== null)
      throw new Refusal('not-found');
    if (person.objectId !== null) return person.objectId;
    const objectId = deps.newId();
    await tx.people.setObjectId(personId, objectId);
    return objectId;
  });
}
