/** Limits that the bot, the API and the tab's forms share. Lengths are in UTF-16 code units, as databases and inputs count. */
export const LIMITS = {
  nameLength: 200,
  emailLength: 320,
  titleLength: 200,
  topicLength: 120,
  topicsPerList: 120,
  topicsPerCompany: 20_000,
  languagesPerPerson: 12,
  programmeNameLength: 120,
  mentorCapacity: 5,
  messageLength: 2000,
  reflectionLength: 4000,
  noteLength: 600,
  helpContacts: 300,
  cardActions: 6,
  cardBytesUtf16: 80 * 1024,
  requestBytes: 256 * 1024,
  activityBytes: 256 * 1024,
  importBytes: 512 * 1024 * 1024,
  pageSize: 50,
} as const;

/** Fewest people behind a published figure. Source: Viva Glint and Viva Insights defaults (docs/privacy.md). */
export const FEWEST = { counts: 5, mood: 10 } as const;

/** Ends, inclusive, of what a coordinator can set; the API's schema and the tab's form hold to the same. */
export const SETTINGS_RANGES = {
  stepsAhead: { min: 0, max: 4 },
  commonHours: { min: 0, max: 12 },
  cooldownWeeks: { min: 0, max: 104 },
  pairingWeeks: { min: 4, max: 52 },
  checkInWeek: { min: 1, max: 52 },
  checkInWeeks: { min: 1, max: 52 },
  proposalWorkingDays: { min: 1, max: 20 },
  nudgeDay: { min: 1, max: 60 },
  nudgeDays: { min: 0, max: 5 },
  closeDays: { min: 7, max: 180 },
  weight: { min: 0, max: 1000 },
} as const;
