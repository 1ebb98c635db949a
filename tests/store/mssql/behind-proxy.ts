import type { Engine } from '../../../bot/store/engine.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { openMssql } from '../../../bot/store/mssql/open-mssql.ts';
import { mssqlSettings } from '../../../bot/store/mssql/settings.ts';
import { startProxy } from '../../fakes/tcp/proxy.ts';
import type { Proxy } from '../../fakes/tcp/proxy.ts';
import { ownDatabase } from '../mssql-server.ts';
import type { OwnDatabase } from '../mssql-server.ts';

/** A database of its own that is reached over a wire which tests may cut. */
export interface BehindProxy {
  readonly proxy: Proxy;
  /** Leads over the wire. */
  readonly connectionString: string;
  /** Reads and writes past the wire. */
  readonly direct: Engine;
  drop(): Promise<void>;
}

/** `settings` are added to the connection string of whoever goes over the wire. */
export async function behindProxy(server: string, settings = ''): Promise<BehindProxy> {
  const database: OwnDatabase = await ownDatabase(server);
  const { pool } = mssqlSettings(database.connectionString);
  const proxy = await startProxy(pool.server, pool.port ?? 1433);
  const direct = await openMssql(database.connectionString);
  await migrate(direct);
  const others = database.connectionString
    .split(';')
    .filter((part) => part !== '' && !/^\s*(server|data source)\s*=/i.test(part));
  return {
    proxy,
    connectionString: [`Server=127.0.0.1,${proxy.port}`, ...others, settings].join(';'),
    direct,
    drop: async () => {
      await proxy.end();
      await direct.close();
      await database.drop();
    },
  };
}
