import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity, ConnectorFactory } from 'botframework-connector';
import type {
  AuthenticateRequestResult,
  ConnectorClient,
  ServiceClientCredentialsFactory,
  UserTokenClient,
} from 'botframework-connector';
import type { Cloud } from './clouds.ts';
import { CLOUDS } from './clouds.ts';
import { sendOnce } from './one-post.ts';
import type { Wire } from './one-post.ts';

/** How the bot is registered. */
export interface BotRegistration {
  readonly appId: string;
  readonly tenantId: string;
  readonly kind: 'UserAssignedMsi' | 'SingleTenant';
  /** Only for `SingleTenant`. */
  readonly password: string | null;
}

/** Where keys and tokens come from, when not from Microsoft: for tests with an issuer of their own. */
export interface AuthEndpoints {
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  readonly credentials: ServiceClientCredentialsFactory;
}

export interface AdapterOptions {
  /** Null for the anonymous mode of the demonstration. */
  readonly bot: BotRegistration | null;
  readonly cloud: Cloud;
  readonly wire: Wire;
  readonly endpoints?: AuthEndpoints;
}

const MOST_CONNECTORS = 1000;

/** Makes connectors that send once, and keeps them: one for each serviceUrl and audience. */
class OnceFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #wire: Wire;
  readonly #kept: Map<string, Promise<ConnectorClient>>;

  constructor(inner: ConnectorFactory, wire: Wire, kept: Map<string, Promise<ConnectorClient>>) {
    super();
    this.#inner = inner;
    this.#wire = wire;
    this.#kept = kept;
  }

  create(serviceUrl: string, audience = ''): Promise<ConnectorClient> {
    const key = `${audience} ${serviceUrl}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const made = this.#inner
      .create(serviceUrl, audience === '' ? undefined : audience)
      .then((connector) => sendOnce(connector, this.#wire));
    if (this.#kept.size >= MOST_CONNECTORS) this.#kept.clear();
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    return made;
  }
}

/** botbuilder's authentication, except that every connector it gives out sends once. */
class OnceAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #wire: Wire;
  readonly #kept = new Map<string, Promise<ConnectorClient>>();
  #userTokens: Promise<UserTokenClient> | null = null;

  constructor(options: AdapterOptions) {
    super(settings(options), options.endpoints?.credentials);
    this.#wire = options.wire;
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return new OnceFactory(super.createConnectorFactory(claims), this.#wire, this.#kept);
  }

  /** The factory for replies is made in here, past `createConnectorFactory`. */
  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, header);
    return { ...result, connectorFactory: this.createConnectorFactory(result.claimsIdentity) };
  }

  /** Made for every turn and used by none of ours. */
  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= super.createUserTokenClient(claims);
    return this.#userTokens;
  }
}

function settings({ bot, cloud, endpoints }: AdapterOptions): Record<string, string> {
  const base = { ChannelService: CLOUDS[cloud].channelService };
  if (bot === null) return base;
  return {
    ...base,
    MicrosoftAppId: bot.appId,
    MicrosoftAppTenantId: bot.tenantId,
    MicrosoftAppType: bot.kind,
    ...(bot.password === null ? {} : { MicrosoftAppPassword: bot.password }),
    ...(endpoints === undefined ? {} : ownEndpoints(endpoints)),
  };
}

/** With any of these set botbuilder wants all of them. */
function ownEndpoints(endpoints: AuthEndpoints): Record<string, string> {
  return {
    ToBotFromChannelTokenIssuer: endpoints.issuer,
    ToBotFromChannelOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
    ToChannelFromBotLoginUrl: endpoints.openIdMetadataUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    OAuthUrl: endpoints.openIdMetadataUrl,
    CallerId: '',
  };
}

/** botbuilder's adapter with its repeats and its leaks taken out. Answers are left to the caller. */
export class TeamsAdapter extends CloudAdapter {
  readonly #appId: string;

  constructor(options: AdapterOptions) {
    super(new OnceAuthentication(options));
    this.#appId = options.bot?.appId ?? '';
  }

  /** Checks the token and runs the logic. @throws AuthenticationError when Teams did not send this. */
  turn(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  /** The connector for messages that nobody asked for just now. */
  connector(serviceUrl: string): Promise<ConnectorClient> {
    const claims = new ClaimsIdentity([
      { type: AuthenticationConstants.AudienceClaim, value: this.#appId },
      { type: AuthenticationConstants.AppIdClaim, value: this.#appId },
    ]);
    return this.botFrameworkAuthentication.createConnectorFactory(claims).create(serviceUrl);
  }
}
