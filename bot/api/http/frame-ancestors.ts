/**
 * Who may show the tab in a frame. Source: Microsoft Learn, tab requirements; the list that TeamsJS itself trusts
 * is wider and is not copied.
 */
const PUBLIC = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
] as const;

export const FRAME_ANCESTORS = {
  public: PUBLIC,
  gcc: PUBLIC,
  gcch: ['https://gov.teams.microsoft.us', 'https://*.gov.teams.microsoft.us'],
  dod: ['https://dod.teams.microsoft.us', 'https://*.dod.teams.microsoft.us'],
} as const;
