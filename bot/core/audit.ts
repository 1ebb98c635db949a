/** What goes on record: looking at figures, taking or erasing data, and using a coordinator's power. */
export const AUDIT_ACTIONS = [
  'view-team-figures',
  'view-programme-figures',
  'view-delivery',
  'view-audit',
  'export-my-data',
  'erase-my-data',
  'add-coordinator',
  'remove-coordinator',
  'resend-message',
  'pin-pair',
  'forbid-pair',
  'take-back-correction',
  'change-settings',
  'change-help-contacts',
  'start-programme',
  'forget-audit', // entries whose time is over were deleted; the object says up to which
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
