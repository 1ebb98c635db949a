/** The key that wraps every data key: Key Vault's in Azure, a file's elsewhere. It never leaves its keeper. */
export interface WrappingKey {
  /** Which key wraps new data keys; kept beside each, so that an older one is found again. */
  readonly id: string;
  wrap(key: Uint8Array): Promise<Uint8Array>;
  /** @throws Error when there is no such key, or it did not wrap this. */
  unwrap(keyId: string, wrapped: Uint8Array): Promise<Uint8Array>;
}
