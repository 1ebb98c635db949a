import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { ImportRow } from '../../core/import.ts';
import { LIMITS } from '../../core/limits.ts';
import { Refusal } from '../../core/refusal.ts';
import { readHeader } from './header.ts';
import { readRow } from './row.ts';
import { TextGuard } from './text-guard.ts';

/** An HR export that is being read, row by row: no more than a few rows of it are in memory. */
export interface PeopleCsv {
  /** Columns of the file that mean nothing here. */
  readonly ignoredColumns: readonly string[];
  /** How much of the file has been read, 0 to 1. */
  readonly progress: () => number;
  /** Can be gone through once. @throws Refusal 'file-unreadable' or 'too-large' where the file stops being a CSV. */
  readonly rows: AsyncIterable<ImportRow>;
}

/** A quote that is never closed would otherwise swallow the rest of the file into one cell. */
const RECORD_BYTES = 256 * 1024;

/**
 * Opens an HR export and reads its header.
 * @throws Refusal 'file-unreadable' with `why`, or 'too-large'.
 */
export async function openPeopleCsv(
  path: string,
  limitBytes: number = LIMITS.importBytes,
): Promise<PeopleCsv> {
  const size = await sizeOf(path);
  if (size > limitBytes) throw new Refusal('too-large', { megabytes: Math.floor(limitBytes / 1024 / 1024) });
  const guard = new TextGuard(limitBytes);
  const records = recordsOf(path, guard);
  const first = await records.next();
  if (first.done) throw new Refusal('file-unreadable', { why: 'empty' });
  const header = readHeader(first.value.cells);
  return {
    ignoredColumns: header.ignored,
    progress: () => (size === 0 ? 1 : Math.min(1, guard.bytes / size)),
    rows: (async function* rows() {
      for await (const { cells, line } of records) yield readRow(header, cells, line);
    })(),
  };
}

interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

async function* recordsOf(path: string, guard: TextGuard): AsyncGenerator<CsvRecord, undefined> {
  const parser = parse({
    bom: true,
    info: true,
    // Rows with too few or too many cells are named one by one, they do not end the reading.
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: RECORD_BYTES,
  });
  // The callback is asked for by pipeline; its error reaches us through the parser, which it destroys.
  const stream = pipeline(createReadStream(path), guard, parser, () => {});
  try {
    for await (const { record, info } of stream as AsyncIterable<{
      record: readonly string[];
      info: { lines: number };
    }>) {
      if (record.some((cell) => cell.trim() !== ''))
        yield { cells: record, line: info.lines - lineBreaksIn(record) };
    }
  } catch (error) {
    throw asRefusal(error);
  }
  return undefined;
}

/** The parser counts to the end of a record; a person looks for its beginning. */
function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
  return breaks;
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof CsvError)) return fileRefusal(error) ?? error;
  const line = Number(error['lines'] ?? 0);
  const why = error.code === 'CSV_MAX_RECORD_SIZE' ? 'long-record' : 'quotes';
  return new Refusal('file-unreadable', { why, line });
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Refusal('file-unreadable', { why: 'folder' });
    return found.size;
  } catch (error) {
    throw fileRefusal(error) ?? error;
  }
}

const WHY: Readonly<{ [code: string]: string }> = {
  ENOENT: 'not-there',
  ENOTDIR: 'not-there',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EISDIR: 'folder',
};

function fileRefusal(error: unknown): Refusal | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = WHY[code];
  return why ? new Refusal('file-unreadable', { why }) : null;
}
