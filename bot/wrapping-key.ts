import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { isOfFile, keyFile } from './store/sealing/key-file.ts';
import { withOlder } from './store/sealing/wrapping-key.ts';
import type { WrappingKey } from './store/sealing/wrapping-key.ts';

/**
 * The key that wraps people's data keys: Key Vault's where the settings name one, else the key file's. A key file that
 * is there beside the vault opens what it wrapped before.
 * @throws StoreError 'cannot-open' for a file that is no key file
 */
export async function openWrappingKey(
  config: Pick<Config, 'wrappingKeyUrl' | 'keyFile'>,
): Promise<WrappingKey> {
  const { wrappingKeyUrl: keyUrl, keyFile: file } = config;
  if (keyUrl === null) return keyFile(file);
  // Neither package is loaded where there is no vault.
  const [{ DefaultAzureCredential }, { keyVaultKey }] = await Promise.all([
    import('@azure/identity'),
    import('./store/sealing/key-vault.ts'),
  ]);
  const vault = keyVaultKey({ keyUrl, credential: new DefaultAzureCredential() });
  return existsSync(file) ? withOlder(vault, keyFile(file), isOfFile) : vault;
}
