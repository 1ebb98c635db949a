import { setTimeout as wait } from 'node:timers/promises';
import { mssqlSettings } from '../../bot/store/mssql/settings.ts';
import { startProxy } from '../fakes/tcp/proxy.ts';
import type { Proxy } from '../fakes/tcp/proxy.ts';
import type { Place } from './place.ts';

/** How the instances reach their store, and what happens on the way. */
export interface Way {
  /** The store as they see it: a server stands behind a proxy, a file has nothing in front of it. */
  readonly place: Place;
  readonly silences: number;
  /** Nothing comes through for this long; half of the times the connections are lost after it. */
  silence(forMs: number): Promise<void>;
  close(): Promise<void>;
}

const SQL_SERVER = 1433;

export async function startWay(place: Place): Promise<Way> {
  const proxy = place.mssql === null ? null : await startProxy(...addressOf(place.mssql));
  let silences = 0;
  return {
    place: proxy === null || place.mssql === null ? place : { ...place, mssql: through(place.mssql, proxy) },
    get silences() {
      return silences;
    },
    silence: async (forMs) => {
      if (proxy === null) return;
      silences += 1;
      proxy.hold();
      await wait(forMs);
      if (silences % 2 === 0) proxy.cut();
      proxy.open();
    },
    close: async () => proxy?.end(),
  };
}

function addressOf(connectionString: string): [host: string, port: number] {
  const { pool } = mssqlSettings(connectionString);
  return [pool.server, pool.port ?? SQL_SERVER];
}

const through = (connectionString: string, { port }: Proxy): string =>
  connectionString.replace(/(^|;)\s*(server|data source)\s*=[^;]*/i, `$1Server=127.0.0.1,${port}`);
