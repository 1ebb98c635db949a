import type { TenantId } from '../../core/ids.ts';

/** Who someone is: tenant and Entra object id, never an address. */
export interface Identity {
  readonly tenantId: TenantId;
  readonly objectId: string;
}

/**
 * Reads who sent a token, and believes nothing that is not signed for this app.
 * @throws Refusal 'not-signed-in' for every other token, 'try-again' when the keys cannot be had now.
 */
export type Authenticator = (token: string) => Promise<Identity>;
