import { setTimeout as wait } from 'node:timers/promises';
import { AUTHORITIES, createEntraAuthenticator } from './api/auth/entra.ts';
import { startApp } from './app.ts';
import type { Config, Secrets } from './config.ts';
import type { Job } from './delivery/clock-work.ts';
import { createSharedClock } from './delivery/shared-clock.ts';
import { directoryJob } from './directory-job.ts';
import { installJob } from './install-job.ts';
import { holdBack } from './last-resort.ts';
import { createLog } from './log.ts';
import { startMetrics } from './metrics.ts';
import { idSource } from './new-id.ts';
import { openStore } from './store/open.ts';
import { openWrappingKey } from './wrapping-key.ts';

const COMPARE_MS = 60_000;

/** Runs the service as it runs on a server: real sign-in, real time. */
export async function startService(config: Config, secrets: Secrets): Promise<{ close(): Promise<void> }> {
  const log = createLog(config.logLevel);
  holdBack(log);
  const { sqliteFile } = config;
  const wrappingKey = await openWrappingKey(config);
  const store = await openStore({ sqliteFile, mssql: secrets.mssql, wrappingKey });
  const clock = createSharedClock(store, () => new Date());
  const now = (): Date => clock.now();
  const { installAppId: catalogAppId, cloud } = config;
  const install = { store, now, wait: (ms: number) => wait(ms) };
  try {
    await clock.compare();
    const endMetrics =
      secrets.telemetry === null ? null : await startMetrics(secrets.telemetry, { store, now });
    const deps = { store, now, newId: idSource() };
    const jobs: Job[] = [{ name: 'rewrap', everyMs: 60 * 60_000, run: () => store.rewrap() }];
    if (catalogAppId !== null) jobs.push(installJob(install, { catalogAppId, cloud }));
    if (config.directory === 'graph' && config.bot !== null)
      jobs.push(directoryJob(deps, { tenantId: config.bot.tenantId, cloud }));
    const app = await startApp({
      config,
      secrets,
      log,
      deps,
      jobs,
      verify: createEntraAuthenticator({
        audiences: config.tab?.audiences ?? [],
        tenants: config.tenants,
        authority: AUTHORITIES[config.cloud],
      }),
    });
    log.info({ url: app.url, clockAheadMs: clock.aheadMs }, 'listening');
    // A clock that cannot be compared now is as good as it was a minute ago.
    const comparing = setInterval(() => void clock.compare().catch(() => undefined), COMPARE_MS).unref();
    return {
      close: async () => {
        clearInterval(comparing);
        await app.close();
        await endMetrics?.();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
