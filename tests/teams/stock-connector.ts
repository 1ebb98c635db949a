import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ClaimsIdentity } from 'botframework-connector';
import type { ConnectorClient } from 'botframework-connector';

/** botbuilder's connector as it comes, for controls: it repeats what was accepted but not confirmed. */
export function stockConnector(serviceUrl: string): Promise<ConnectorClient> {
  return new ConfigurationBotFrameworkAuthentication({})
    .createConnectorFactory(new ClaimsIdentity([]))
    .create(serviceUrl);
}
