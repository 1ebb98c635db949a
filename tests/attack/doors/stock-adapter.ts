import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import type { AuthEndpoints, BotRegistration } from '../../../bot/teams/adapter.ts';

class Stock extends CloudAdapter {
  /** Whether the bot's logic would run. */
  async accepts(authorization: string, body: Readonly<Record<string, unknown>>): Promise<boolean> {
    let ran = false;
    const activity = { ...body } as unknown as Activity;
    await this.processActivity(authorization, activity, () => {
      ran = true;
      return Promise.resolve();
    }).catch(() => undefined);
    return ran;
  }
}

/** botbuilder's adapter as every sample uses it, with nothing before it; keys come from the same fake issuer. */
export function stockAdapter(bot: BotRegistration, endpoints: AuthEndpoints): Stock {
  const settings = {
    MicrosoftAppId: bot.appId,
    MicrosoftAppTenantId: bot.tenantId,
    MicrosoftAppType: bot.kind,
    MicrosoftAppPassword: bot.password ?? '',
    ToBotFromChannelTokenIssuer: endpoints.issuer,
    ToBotFromChannelOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
    ToChannelFromBotLoginUrl: endpoints.openIdMetadataUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    OAuthUrl: endpoints.openIdMetadataUrl,
    CallerId: '',
  };
  return new Stock(new ConfigurationBotFrameworkAuthentication(settings, endpoints.credentials));
}
