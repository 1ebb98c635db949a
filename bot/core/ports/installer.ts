/** What came of giving somebody the app. Whether they can be reached is known once Teams says so. */
export type Installed =
  | { readonly kind: 'installed' }
  | { readonly kind: 'already' }
  /** Teams will not: somebody without a licence, a policy that forbids it. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'later'; readonly retryAfterMs: number };

/** Gives people the app in Teams. Doing it twice changes nothing. */
export interface Installer {
  install(objectId: string): Promise<Installed>;
}
