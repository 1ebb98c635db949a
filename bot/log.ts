import { pino } from 'pino';
import type { Logger } from 'pino';
import type { LogLevel } from './config.ts';

/** A named logger. What people write or answer, tokens and cards are never given to it. */
export type Log = Logger;

/** The one root of all loggers; JSON lines on standard error, so that standard output stays the program's own. */
export function createLog(level: LogLevel): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: false }),
  );
}
