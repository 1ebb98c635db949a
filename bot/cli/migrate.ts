/** `npm run migrate`: brings the tables of the store up to this program, or prints the T-SQL that would. */
import { parseArgs } from 'node:util';
import { processEnvironment, readConfig } from '../config.ts';
import { migrate } from '../store/migrate.ts';
import { MIGRATIONS } from '../store/migrations/all.ts';
import { migrationScript } from '../store/mssql/script.ts';
import { openEngine } from '../store/open.ts';
import { CommandFailure, runCommand } from './command.ts';
import type { Command } from './command.ts';

function wantsScript({ args, say }: Command): boolean {
  try {
    const { values } = parseArgs({ args: [...args], options: { sql: { type: 'boolean', default: false } } });
    return values.sql;
  } catch {
    throw new CommandFailure(say('usage.migrate'));
  }
}

await runCommand(async (command) => {
  const { say, print } = command;
  // Needs no database and no configuration: an administrator reads it before there is either.
  if (wantsScript(command)) return print(await migrationScript(MIGRATIONS));
  const { config, secrets } = readConfig(processEnvironment());
  const engine = await openEngine({ sqliteFile: config.sqliteFile, mssql: secrets.mssql });
  try {
    const applied = new Set(await migrate(engine));
    const names = MIGRATIONS.filter(({ number }) => applied.has(number)).map(({ name }) => name);
    print(
      applied.size === 0
        ? say('migrate.nothing')
        : say('migrate.done', { count: applied.size, names: names.join(', ') }),
    );
  } finally {
    await engine.close();
  }
});
