import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'restify';
import { registerTab } from '../../bot/api/static.ts';
import { clientOf, listen } from './client.ts';
import type { Client } from './client.ts';

const PAGE = `<!doctype html><title>Alongside</title>${' '.repeat(2000)}`;
const ANCESTORS = ['https://teams.microsoft.com', 'https://*.teams.microsoft.com'];

describe('the tab over HTTP', () => {
  let folder: string;
  let url: string;
  let ask: Client;
  let stop: () => Promise<void>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-tab-'));
    await mkdir(join(folder, 'tab', 'assets'), { recursive: true });
    await writeFile(join(folder, 'secret.html'), 'secret');
    const server = createServer();
    registerTab(server, { folder: join(folder, 'tab'), frameAncestors: ANCESTORS });
    ({ url, stop } = await listen(server));
    ask = clientOf(url);
  });
  after(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is not there before it has been built, and there once it has', async () => {
    assert.equal((await ask('GET /tab/')).status, 404);
    await writeFile(join(folder, 'tab', 'index.html'), PAGE);
    await writeFile(join(folder, 'tab', 'assets', 'main-a1b2c3.js'), 'export {};');
    await writeFile(join(folder, 'tab', 'assets', 'main-a1b2c3.js.map'), '{}');
    assert.equal((await ask('GET /tab/')).text, PAGE);
  });

  it('leads /tab to /tab/', async () => {
    const { status, headers } = await ask('GET /tab');
    assert.deepEqual([status, headers.get('location')], [301, '/tab/']);
  });

  it('names exactly who may frame it, and lets nothing in from elsewhere', async () => {
    const { headers } = await ask('GET /tab/');
    const policy = headers.get('content-security-policy') ?? '';
    assert.ok(policy.endsWith(`frame-ancestors ${ANCESTORS.join(' ')}`));
    assert.match(policy, /^default-src 'none'; script-src 'self';/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-frame-options'), null, 'it would keep Teams out');
  });

  it('keeps hashed files for ever and asks anew for the page', async () => {
    const asset = await ask('GET /tab/assets/main-a1b2c3.js');
    assert.match(asset.headers.get('cache-control') ?? '', /immutable/);
    assert.match(asset.headers.get('content-type') ?? '', /^text\/javascript/);
    const page = await ask('GET /tab/');
    assert.equal(page.headers.get('cache-control'), 'no-cache');
    const again = await ask('GET /tab/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    assert.deepEqual([again.status, again.text], [304, '']);
  });

  it('packs what gets smaller, for those who can unpack it', async () => {
    const packed = await ask('GET /tab/', { headers: { 'accept-encoding': 'gzip' } });
    assert.deepEqual([packed.headers.get('content-encoding'), packed.text], ['gzip', PAGE]);
    const plain = await ask('GET /tab/', { headers: { 'accept-encoding': 'identity' } });
    assert.deepEqual([plain.headers.get('content-encoding'), plain.text], [null, PAGE]);
  });

  it('gives the page for every place in the tab, and nothing for a file that is not there', async () => {
    for (const place of ['programme', 'programme/rounds', 'my-space/']) {
      assert.equal((await ask(`GET /tab/${place}`)).text, PAGE, place);
    }
    for (const file of ['missing.js', 'assets/missing', 'assets/main-a1b2c3.js.map', '.env', 'a/../b']) {
      const { status, text } = await ask(`GET /tab/${file}`);
      assert.ok(status === 404 || text === PAGE, file);
      assert.ok(!text.includes('{}'), file);
    }
  });

  for (const path of [
    '/tab/../secret.html',
    '/tab/..%2fsecret.html',
    '/tab/%2e%2e/secret.html',
    '/tab/%2e%2e%2fsecret.html',
    '/tab/..%5csecret.html',
    '/tab/assets/../../secret.html',
    '/tab//secret.html',
    '/tab/%00/secret.html',
    '/tab/....//secret.html',
    '/tab/%252e%252e/secret.html',
  ]) {
    it(`leads nowhere else: ${path}`, async () => {
      const answer = await raw(url, path);
      assert.match(answer, /^HTTP\/1\.1 (404|400|301)/);
      assert.ok(!answer.includes('secret\n') && !answer.endsWith('secret'), answer);
    });
  }
});

/** The address as it is: clients tidy dots away. */
function raw(url: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
  });
}
