/** The key that wraps every data key: Key Vault's in Azure, a file's elsewhere. It never leaves its keeper. */
export interface WrappingKey {
  /** Which key wraps new data keys now; another one after a rotation. */
  current(): Promise<string>;
  /** Wraps with the current key; its id is kept beside what it wrapped, so that an older one is found again. */
  wrap(key: Uint8Array): Promise<Wrapped>;
  /** @throws Error when there is no such key, or it did not wrap this. */
  unwrap(keyId: string, wrapped: Uint8Array): Promise<Uint8Array>;
}

export interface Wrapped {
  readonly keyId: string;
  readonly wrapped: Uint8Array;
}

/** A key that has taken the place of another keeper's: what that one wrapped still opens. */
export function withOlder(
  key: WrappingKey,
  older: WrappingKey,
  isOlder: (keyId: string) => boolean,
): WrappingKey {
  return {
    current: () => key.current(),
    wrap: (plain) => key.wrap(plain),
    unwrap: (keyId, wrapped) => (isOlder(keyId) ? older : key).unwrap(keyId, wrapped),
  };
}
