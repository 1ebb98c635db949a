/** Why somebody sends again what may have arrived: it may then be there twice, so that it is asked and put on record. */
export const RESEND_REASONS = ['not-received', 'outage', 'other'] as const;
export type ResendReason = (typeof RESEND_REASONS)[number];
