import { decodeJwt, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { asId } from '../../core/ids.ts';
import type { TenantId } from '../../core/ids.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Identity } from './authenticator.ts';

/** The scope that the app registration exposes to Teams. */
export const SCOPE = 'access_as_user';

/** Teams and Microsoft 365 clients that may hold a token for the tab. Source: Microsoft Learn, tab-sso-register-aad. */
export const TEAMS_CLIENTS: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams desktop and mobile
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams web
  '4765445b-32c6-49b0-83e6-1d93765276ca', // Microsoft 365 web
  '0ec893e0-5785-4de6-99da-4ed124e5296c', // Microsoft 365 desktop
  'd3590ed6-52b3-4102-aeff-aad2292ab01c', // Outlook desktop and Microsoft 365 mobile
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3', // Outlook web
  '27922004-5251-4030-b22d-91ecd9a37ea4', // Outlook mobile
];

/** Longer than any token of Entra; what is longer is not looked at. */
const LONGEST_TOKEN = 16 * 1024;
const CLOCK_SKEW_SECONDS = 60;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a tenant's tokens are held against. */
export interface Issuer {
  /** Exactly as the `iss` claim writes it. */
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
}

export interface TokenChecks {
  readonly audiences: readonly string[];
  /** By tenant id in lower case: the allow-list. A tenant that is not here is refused before any key is fetched. */
  readonly issuers: ReadonlyMap<string, Issuer>;
}

/** Verifies a token that TeamsJS gave the tab. @throws as Authenticator says. */
export async function verifyTabToken(token: string, checks: TokenChecks): Promise<Identity> {
  const tenant = claimedTenant(token);
  const issuer = tenant === null ? undefined : checks.issuers.get(tenant);
  if (tenant === null || issuer === undefined) throw new Refusal('not-signed-in');
  const claims = await verified(token, issuer, checks.audiences);
  const objectId = claims['oid'];
  if (typeof objectId !== 'string' || !GUID.test(objectId) || !fromTeams(claims)) {
    throw new Refusal('not-signed-in');
  }
  return { tenantId: asId<TenantId>(tenant), objectId };
}

/** The tenant that the unverified token names; used to choose the keys only. */
function claimedTenant(token: string): string | null {
  if (token.length > LONGEST_TOKEN) return null;
  try {
    const { tid } = decodeJwt<{ tid?: unknown }>(token);
    return typeof tid === 'string' ? tid : null;
  } catch {
    return null;
  }
}

async function verified(token: string, from: Issuer, audiences: readonly string[]): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, from.keys, {
      issuer: from.issuer,
      audience: [...audiences],
      algorithms: ['RS256'],
      typ: 'JWT',
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp', 'iat', 'nbf', 'oid', 'tid', 'scp', 'azp'],
    });
    return payload;
  } catch (error) {
    throw new Refusal(isAboutToken(error) ? 'not-signed-in' : 'try-again');
  }
}

/** A person in a Teams client, not an application by itself and not another application of the tenant. */
function fromTeams(claims: JWTPayload): boolean {
  const { scp, azp, idtyp, ver } = claims;
  return (
    typeof scp === 'string' &&
    scp.split(' ').includes(SCOPE) &&
    typeof azp === 'string' &&
    TEAMS_CLIENTS.includes(azp) &&
    idtyp !== 'app' &&
    ver === '2.0'
  );
}

/** Whether verification failed by the token itself; everything else is about the keys, which are Entra's to give. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}
