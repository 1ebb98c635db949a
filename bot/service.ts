import { AUTHORITIES, createEntraAuthenticator } from './api/auth/entra.ts';
import { startApp } from './app.ts';
import type { Config, Secrets } from './config.ts';
import { createLog } from './log.ts';
import { idSource } from './new-id.ts';
import { openStore } from './store/open.ts';
import { keyFile } from './store/sealing/key-file.ts';

/** Runs the service as it runs on a server: real sign-in, real time. */
export async function startService(config: Config, secrets: Secrets): Promise<{ close(): Promise<void> }> {
  const log = createLog(config.logLevel);
  const store = await openStore({ sqliteFile: config.sqliteFile, wrappingKey: keyFile(config.keyFile) });
  try {
    const app = await startApp({
      config,
      secrets,
      log,
      deps: { store, now: () => new Date(), newId: idSource() },
      verify: createEntraAuthenticator({
        audiences: config.tab?.audiences ?? [],
        tenants: config.tenants,
        authority: AUTHORITIES[config.cloud],
      }),
    });
    log.info({ url: app.url }, 'listening');
    return {
      close: async () => {
        await app.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
