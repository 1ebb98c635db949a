import type { Log } from './log.ts';

/** Where a fault arose, without its message: drivers and parsers quote what they were given. */
export function whereOf(error: unknown): { readonly fault: string; readonly where: string } {
  if (!(error instanceof Error)) return { fault: typeof error, where: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { fault: error.name, where: frames.slice(0, 8).join('\n') };
}

const PRINTING = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const;

/**
 * What nobody has caught ends the process, with where it arose and without its words; what libraries write to the
 * console, past the log, is counted there at `debug` and not printed. Both may quote what somebody sent.
 */
export function holdBack(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.fatal(whereOf(error), 'not caught');
    log.flush(() => process.exit(1));
  });
  for (const name of PRINTING)
    Object.assign(globalThis.console, {
      [name]: () => log.debug({ console: name }, 'a library wrote to the console'),
    });
}
