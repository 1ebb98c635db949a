import { asId } from './core/ids.ts';
import type { TenantId } from './core/ids.ts';

/** The made-up tenant of the demonstration: no real one has an id of this form. */
export const DEMO_TENANT: TenantId = asId('00000000-0000-4000-8000-00000000a109');
