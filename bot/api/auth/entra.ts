import { createRemoteJWKSet } from 'jose';
import type { Authenticator } from './authenticator.ts';
import { verifyTabToken } from './tab-token.ts';
import type { Issuer } from './tab-token.ts';

/** Where Entra signs tokens, by cloud. */
export const AUTHORITIES = {
  public: 'https://login.microsoftonline.com',
  gcc: 'https://login.microsoftonline.com',
  gcch: 'https://login.microsoftonline.us',
  dod: 'https://login.microsoftonline.us',
} as const;

export interface EntraOptions {
  /** The application's id and its `api://` form. */
  readonly audiences: readonly string[];
  /** Tenants whose people may come in. */
  readonly tenants: readonly string[];
  /** One of AUTHORITIES. */
  readonly authority: string;
  /** Where the keys are fetched, when not from the authority itself. */
  readonly keysFrom?: string;
}

/**
 * Verifies tokens of Entra against the keys of their tenant, which are fetched when first needed and kept.
 * An unknown key makes it fetch again, at most once in half a minute.
 */
export function createEntraAuthenticator(options: EntraOptions): Authenticator {
  const { audiences, authority, keysFrom = authority } = options;
  const issuers = new Map<string, Issuer>();
  for (const tenant of options.tenants.map((one) => one.toLowerCase())) {
    issuers.set(tenant, {
      issuer: `${authority}/${tenant}/v2.0`,
      keys: createRemoteJWKSet(new URL(`${keysFrom}/${tenant}/discovery/v2.0/keys`), {
        timeoutDuration: 5000,
        cooldownDuration: 30_000,
      }),
    });
  }
  return (token) => verifyTabToken(token, { audiences, issuers });
}
