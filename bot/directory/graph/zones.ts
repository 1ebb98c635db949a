/** Where most people of a country live that has several time zones. */
const MAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AR: 'America/Argentina/Buenos_Aires',
    AU: 'Australia/Sydney',
    BR: 'America/Sao_Paulo',
    CA: 'America/Toronto',
    CL: 'America/Santiago',
    CN: 'Asia/Shanghai',
    CY: 'Asia/Nicosia',
    DE: 'Europe/Berlin',
    EC: 'America/Guayaquil',
    ES: 'Europe/Madrid',
    ID: 'Asia/Jakarta',
    KZ: 'Asia/Almaty',
    MX: 'America/Mexico_City',
    MY: 'Asia/Kuala_Lumpur',
    NZ: 'Pacific/Auckland',
    PT: 'Europe/Lisbon',
    RU: 'Europe/Moscow',
    UA: 'Europe/Kyiv',
    US: 'America/New_York',
    UZ: 'Asia/Tashkent',
  }),
);

/** The likeliest time zone of a country, until the person says otherwise; UTC where none is known. */
export function zoneOf(country: string): string {
  // V8 has it; TypeScript's library does not yet.
  const region = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] };
  return MAIN.get(country) ?? region.getTimeZones?.()[0] ?? 'Etc/UTC';
}
