import { migrate } from '../../bot/store/migrate.ts';
import { openSqlite } from '../../bot/store/sqlite/open-sqlite.ts';

/** One of several processes that start at once: migrates the file that it is given and says what it applied. */
const engine = await openSqlite(process.argv[2] ?? '');
process.stdout.write(JSON.stringify(await migrate(engine)));
await engine.close();
