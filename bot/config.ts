import { isIP } from 'node:net';

/** What may be logged. Secrets are apart, in their own object, which nothing logs. */
export interface Config {
  /** The demonstration: loopback only, anonymous bot, sign-in by choosing who one is. */
  readonly demonstration: boolean;
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Where the service is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
  /** The engine of the store; SQL Server's connection string is among the secrets. */
  readonly engine: 'sqlite' | 'mssql';
  readonly sqliteFile: string;
  readonly keyFile: string;
  /** The address of the key in Azure Key Vault that wraps people's data keys; null for the key file. */
  readonly wrappingKeyUrl: string | null;
  readonly bot: BotConfig | null;
  readonly tab: TabConfig | null;
  /** Tenants whose people may come in. Empty only in the demonstration. */
  readonly tenants: readonly string[];
  /** Entra object ids of those who look after the service: they may name coordinators and read the audit. */
  readonly operators: readonly string[];
  /** The app's id in the company's catalogue, where the service gives the app to people who lack it; else null. */
  readonly installAppId: string | null;
  /** Where people come from beside an HR export: Microsoft Graph, or nowhere. */
  readonly directory: Directory;
  readonly cloud: Cloud;
  readonly logLevel: LogLevel;
}

export interface BotConfig {
  readonly appId: string;
  readonly tenantId: string;
  readonly kind: 'UserAssignedMsi' | 'SingleTenant';
}

export interface TabConfig {
  /** Audiences of the tab's token: the application's id and its `api://` form. */
  readonly audiences: readonly string[];
  /** The address that opens the tab inside Teams. */
  readonly url: string;
}

export interface Secrets {
  readonly botPassword: string | null;
  /** The connection string of SQL Server, which may hold a password. */
  readonly mssql: string | null;
  /** Where the figures of delivery go: Application Insights. */
  readonly telemetry: string | null;
}

const CLOUDS = ['public', 'gcc', 'gcch', 'dod'] as const;
/** Which Teams: it decides the hosts that may speak to the bot. */
export type Cloud = (typeof CLOUDS)[number];

const DIRECTORIES = ['none', 'graph'] as const;
export type Directory = (typeof DIRECTORIES)[number];

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const BOT_KINDS = ['UserAssignedMsi', 'SingleTenant'] as const;
const VAULT_KEY = /^https:\/\/[^/]+\/keys\/[\w-]+(\/\w+)?$/;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A start that is refused, with every gap and contradiction named at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The configuration does not hold together:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads single variables and gathers what is wrong with them. */
function reader(env: Environment): {
  problems: string[];
  text: (name: string) => string | null;
  oneOf: <T extends string>(name: string, allowed: readonly T[], otherwise: T) => T;
  port: (name: string, otherwise: number) => number;
  guid: (name: string) => string | null;
} {
  const problems: string[] = [];
  const text = (name: string): string | null => env[name]?.trim() || null;
  return {
    problems,
    text,
    oneOf: (name, allowed, otherwise) => {
      const value = text(name) ?? otherwise;
      const found = allowed.find((one) => one === value);
      if (found === undefined) problems.push(`${name} is one of ${allowed.join(', ')}`);
      return found ?? otherwise;
    },
    port: (name, otherwise) => {
      const value = Number(text(name) ?? otherwise);
      if (!Number.isInteger(value) || value < 0 || value > 65_535)
        problems.push(`${name} is a port from 0 to 65535`);
      return value;
    },
    guid: (name) => {
      const value = text(name);
      if (value !== null && !GUID.test(value)) problems.push(`${name} is a GUID`);
      return value;
    },
  };
}

/** Turns the environment into configuration and secrets. @throws ConfigError naming all that is missing or contradictory. */
export function readConfig(env: Environment): { config: Config; secrets: Secrets } {
  const read = reader(env);
  const { problems } = read;
  const production = env['NODE_ENV'] === 'production';
  const appId = read.guid('BOT_ID');
  const botTenant = read.guid('BOT_TENANT_ID');
  const kind = read.oneOf('BOT_TYPE', BOT_KINDS, 'UserAssignedMsi');
  const botPassword = read.text('BOT_PASSWORD');
  const demonstration = !production && appId === null;
  const host = read.text('ALONGSIDE_HOST') ?? (demonstration ? '127.0.0.1' : '0.0.0.0');
  const port = read.port('PORT', 3978);
  const publicUrl = read.text('ALONGSIDE_PUBLIC_URL');
  const tabClientId = read.guid('TAB_CLIENT_ID');
  const sqliteFile = read.text('ALONGSIDE_SQLITE');
  const mssql = read.text('ALONGSIDE_MSSQL');
  // Demonstrations on both engines stay apart, each with its own key.
  const folder = mssql === null ? '.data' : '.data/sql-server';
  const tenants = listOf(read.text('ALONGSIDE_TENANTS') ?? botTenant);
  const wrappingKeyUrl = read.text('ALONGSIDE_WRAPPING_KEY');
  if (wrappingKeyUrl !== null && !VAULT_KEY.test(wrappingKeyUrl))
    problems.push('ALONGSIDE_WRAPPING_KEY is the address of a key: https://<vault>/keys/<name>');
  const operators = listOf(read.text('ALONGSIDE_OPERATORS'));
  for (const tenant of tenants)
    if (!GUID.test(tenant)) problems.push('ALONGSIDE_TENANTS holds tenant ids (GUIDs) with commas between');
  for (const operator of operators)
    if (!GUID.test(operator))
      problems.push('ALONGSIDE_OPERATORS holds Entra object ids (GUIDs) with commas between');

  if (demonstration) {
    if (!isLoopback(host))
      problems.push(
        'ALONGSIDE_HOST must be a loopback address while BOT_ID is empty: the demonstration lets anyone be anyone',
      );
  } else {
    const required = {
      BOT_ID: appId,
      BOT_TENANT_ID: botTenant,
      TAB_CLIENT_ID: tabClientId,
      ALONGSIDE_PUBLIC_URL: publicUrl,
    };
    for (const [name, value] of Object.entries(required))
      if (value === null) problems.push(`${name} is missing`);
    if (kind === 'SingleTenant' && botPassword === null)
      problems.push('BOT_PASSWORD is missing, which BOT_TYPE SingleTenant needs');
    if (kind === 'UserAssignedMsi' && botPassword !== null)
      problems.push('BOT_PASSWORD is set, but BOT_TYPE UserAssignedMsi has none: remove one of them');
    if (mssql === null && sqliteFile === null)
      problems.push('ALONGSIDE_MSSQL is missing, or ALONGSIDE_SQLITE to keep the data in a file');
    if (mssql !== null && sqliteFile !== null)
      problems.push('ALONGSIDE_MSSQL and ALONGSIDE_SQLITE are both set: remove the one that holds no data');
    if (publicUrl !== null && !/^https:\/\/[^/]+$/.test(publicUrl))
      problems.push('ALONGSIDE_PUBLIC_URL begins with https:// and has no path');
  }
  const config: Config = {
    demonstration,
    production,
    host,
    port,
    publicUrl: publicUrl ?? `http://${host}:${port}`,
    engine: mssql === null ? 'sqlite' : 'mssql',
    sqliteFile: sqliteFile ?? `${folder}/alongside.sqlite`,
    wrappingKeyUrl,
    keyFile: read.text('ALONGSIDE_KEY_FILE') ?? `${folder}/alongside.key`,
    bot: appId !== null && botTenant !== null ? { appId, tenantId: botTenant, kind } : null,
    tab:
      tabClientId === null
        ? null
        : {
            audiences: tabAudiences(tabClientId, publicUrl),
            url: teamsLink(read.guid('TEAMS_APP_ID') ?? appId ?? ''),
          },
    tenants,
    operators,
    installAppId: read.guid('TEAMS_CATALOG_APP_ID'),
    directory: read.oneOf('ALONGSIDE_DIRECTORY', DIRECTORIES, 'none'),
    cloud: read.oneOf('ALONGSIDE_CLOUD', CLOUDS, 'public'),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, demonstration ? 'warn' : 'info'),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  const telemetry = read.text('APPLICATIONINSIGHTS_CONNECTION_STRING');
  return { config, secrets: { botPassword, mssql, telemetry } };
}

const listOf = (text: string | null): string[] => (text ?? '').split(/[\s,;]+/).filter((part) => part !== '');

/** Opens the personal tab. Source: learn.microsoft.com, "Deep link to a tab"; `alongside` is its id in the manifest. */
const teamsLink = (teamsAppId: string): string =>
  `https://teams.microsoft.com/l/entity/${teamsAppId}/alongside`;

function tabAudiences(clientId: string, publicUrl: string | null): string[] {
  const domain = publicUrl === null ? [] : [`api://${new URL(publicUrl).host}/${clientId}`];
  return [clientId, `api://${clientId}`, ...domain];
}

/** The environment of this process: the only place that reads it. */
export const processEnvironment = (): Environment => process.env;
