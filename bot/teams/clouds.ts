/** Which Teams a deployment lives in. */
export type Cloud = 'public' | 'gcc' | 'gcch' | 'dod';

export interface CloudFacts {
  /** The only hosts that a conversation may name as its service. Exact, no wildcards. */
  readonly serviceHosts: readonly string[];
  /** Who signs what the channel sends. */
  readonly issuer: string;
  /** What botbuilder calls the sovereign clouds; empty for the public one. */
  readonly channelService: string;
}

const PUBLIC_ISSUER = 'https://api.botframework.com';
const US_ISSUER = 'https://api.botframework.us';
const US_CHANNEL_SERVICE = 'https://botframework.azure.us';

/** Hosts by cloud. Source: learn.microsoft.com, "Send proactive messages", service URLs. */
export const CLOUDS: Readonly<Record<Cloud, CloudFacts>> = {
  public: { serviceHosts: ['smba.trafficmanager.net'], issuer: PUBLIC_ISSUER, channelService: '' },
  gcc: {
    serviceHosts: ['smba.infra.gcc.teams.microsoft.com'],
    issuer: PUBLIC_ISSUER,
    channelService: '',
  },
  gcch: {
    serviceHosts: ['smba.infra.gov.teams.microsoft.us'],
    issuer: US_ISSUER,
    channelService: US_CHANNEL_SERVICE,
  },
  dod: {
    serviceHosts: ['smba.infra.dod.teams.microsoft.us'],
    issuer: US_ISSUER,
    channelService: US_CHANNEL_SERVICE,
  },
};
