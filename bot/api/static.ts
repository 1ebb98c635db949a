import { Buffer } from 'node:buffer';
import type { Request, Response, Server } from 'restify';
import { COMMON_HEADERS, pagePolicy } from './http/headers.ts';
import { readFolder } from './http/folder.ts';
import type { StaticFile } from './http/folder.ts';

export interface TabOptions {
  /** What Vite has built: `dist/tab`. */
  readonly folder: string;
  /** Who may show the tab in a frame, for the `frame-ancestors` of its policy. */
  readonly frameAncestors: readonly string[];
}

const PAGE = 'index.html';
/** Vite puts the hash of a file's content in its name here: such a file never changes. */
const HASHED = 'assets/';

/** Serves the tab at `/tab/`: its files, and for every other address below it the page, which knows its places. */
export function registerTab(server: Server, options: TabOptions): void {
  let reading: Promise<ReadonlyMap<string, StaticFile>> | null = null;
  const files = async (): Promise<ReadonlyMap<string, StaticFile>> => {
    reading ??= readFolder(options.folder);
    const found = await reading;
    // The tab may be built while the server runs; an empty folder is looked at again.
    if (found.size === 0) reading = null;
    return found;
  };
  const policy = pagePolicy(options.frameAncestors);
  server.get('/tab', async (_request: Request, response: Response) => {
    response.sendRaw(301, '', { ...COMMON_HEADERS, location: '/tab/' });
  });
  server.get('/tab/*', async (request: Request, response: Response) => {
    const name = request.getPath().slice('/tab/'.length);
    const all = await files();
    const file = all.get(name === '' ? PAGE : name) ?? (isPlace(name) ? all.get(PAGE) : undefined);
    if (file === undefined) {
      response.sendRaw(404, 'Not found', { ...COMMON_HEADERS, 'content-type': 'text/plain' });
      return;
    }
    sendFile(request, response, file, name.startsWith(HASHED), policy);
  });
}

/** A place in the tab, such as `programme/rounds`: words only, no file and nothing escaped. */
const isPlace = (name: string): boolean => /^[\w-]+(\/[\w-]+)*\/?$/.test(name) && !name.startsWith(HASHED);

function sendFile(
  request: Request,
  response: Response,
  file: StaticFile,
  hashed: boolean,
  policy: string,
): void {
  const headers = {
    ...COMMON_HEADERS,
    'content-type': file.type,
    'content-security-policy': policy,
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.tag,
    vary: 'accept-encoding',
  };
  if (request.headers['if-none-match'] === file.tag) {
    response.sendRaw(304, Buffer.alloc(0), headers);
    return;
  }
  const zipped = /\bgzip\b/.test(request.header('accept-encoding', '')) ? file.gzipped : null;
  if (zipped === null) response.sendRaw(200, file.bytes, headers);
  else response.sendRaw(200, zipped, { ...headers, 'content-encoding': 'gzip' });
}
