/**
 * The program: `npm start` with nothing configured is the demonstration, with a bot's ids it is the service.
 * `--fresh` begins the demonstration anew, `--people FILE` fills it from an HR export, `--windows N` opens N chat windows.
 */
import { parseArgs } from 'node:util';
import { CommandFailure, runCommand } from './cli/command.ts';
import type { Command } from './cli/command.ts';
import { processEnvironment, readConfig } from './config.ts';
import { wordsIn } from './words/words.ts';

interface Running {
  close(): Promise<void>;
}

await runCommand(async (command) => {
  const { values } = parseArgs({
    args: [...command.args],
    options: {
      fresh: { type: 'boolean', default: false },
      people: { type: 'string' },
      windows: { type: 'string', default: '1' },
    },
  });
  const { config, secrets } = readConfig(processEnvironment());
  const running: Running = config.demonstration
    ? await (
        await import('./demo/start.ts')
      ).startDemonstration({
        config,
        secrets,
        command,
        fresh: values.fresh,
        peopleFile: values.people ?? null,
        windows: windowsAsked(values.windows, command),
      })
    : await (await import('./service.ts')).startService(config, secrets);
  closeOnSignal(running, command);
});

function windowsAsked(asked: string, { locale }: Command): number {
  if (!/^[0-4]$/.test(asked)) throw new CommandFailure(wordsIn(locale, 'start')('windows'));
  return Number(asked);
}

/** The first signal lets what is in hand finish; the second one does not wait. */
function closeOnSignal(running: Running, command: Command): void {
  let closing = false;
  const close = (): void => {
    if (closing) process.exit(1);
    closing = true;
    command.note(wordsIn(command.locale, 'start')('stopping'));
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}
