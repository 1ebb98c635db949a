import { CryptographyClient, KeyClient } from '@azure/keyvault-keys';
import type { CryptographyClientOptions } from '@azure/keyvault-keys';
import type { TokenCredential } from '@azure/identity';
import type { WrappingKey } from './wrapping-key.ts';

/** How long a rotation in the vault may go unnoticed. */
const FRESH_MS = 5 * 60_000;
const ALGORITHM = 'RSA-OAEP-256';

export interface KeyVaultOptions {
  /** `https://<vault>/keys/<name>`; with a version behind it, that one wraps for ever. */
  readonly keyUrl: string;
  readonly credential: TokenCredential;
  readonly client?: CryptographyClientOptions;
  /** Milliseconds that only grow. */
  readonly ticks?: () => number;
}

/**
 * A key of Azure Key Vault: wrapping and unwrapping happen there, with the role Key Vault Crypto User. The newest
 * version wraps; each older one opens what it wrapped until it is disabled there.
 */
export function keyVaultKey(options: KeyVaultOptions): WrappingKey {
  const { vaultUrl, keyUrl, name, version } = placeOf(options.keyUrl);
  const keys = new KeyClient(vaultUrl, options.credential, options.client);
  const clients = new Map<string, CryptographyClient>();
  const ticks = options.ticks ?? (() => performance.now());
  let newest: { readonly id: string; readonly readAt: number } | null = null;

  const clientOf = (keyId: string): CryptographyClient => {
    // What the table names beside a wrapped key is data: our sign-in goes to our own vault and key only.
    if (!keyId.startsWith(`${keyUrl}/`)) throw new Error('A data key was wrapped by a key that is not ours');
    const client = clients.get(keyId) ?? new CryptographyClient(keyId, options.credential, options.client);
    clients.set(keyId, client);
    return client;
  };
  const current = async (): Promise<string> => {
    if (version !== null) return `${keyUrl}/${version}`;
    if (newest !== null && ticks() - newest.readAt < FRESH_MS) return newest.id;
    const { id } = await keys.getKey(name);
    if (id === undefined) throw new Error('The vault does not say which version of the key it has');
    newest = { id, readAt: ticks() };
    return id;
  };

  return {
    current,
    wrap: async (plain) => {
      const keyId = await current();
      const { result } = await clientOf(keyId).wrapKey(ALGORITHM, plain);
      return { keyId, wrapped: Uint8Array.from(result) };
    },
    unwrap: async (keyId, wrapped) =>
      Uint8Array.from((await clientOf(keyId).unwrapKey(ALGORITHM, wrapped)).result),
  };
}

function placeOf(url: string) {
  const { origin, pathname } = new URL(url);
  const [, , name = '', version = null] = pathname.split('/');
  return { vaultUrl: origin, keyUrl: `${origin}/keys/${name}`, name, version };
}
