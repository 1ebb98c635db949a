import type { Cloud } from './config.ts';

/** Who may show the tab in a frame. Source: learn.microsoft.com, "Build tabs for Microsoft 365", tab requirements. */
const MICROSOFT_365 = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

const BY_CLOUD: Readonly<Record<Cloud, readonly string[]>> = {
  public: MICROSOFT_365,
  gcc: MICROSOFT_365,
  gcch: ['https://gov.teams.microsoft.us', 'https://*.gov.teams.microsoft.us', 'https://*.office365.us'],
  dod: ['https://dod.teams.microsoft.us', 'https://*.dod.teams.microsoft.us', 'https://*.office365.us'],
};

/** The page that stands in for Teams in the demonstration is of the same origin. */
export function frameAncestors(cloud: Cloud, demonstration: boolean): readonly string[] {
  return demonstration ? ["'self'"] : BY_CLOUD[cloud];
}
