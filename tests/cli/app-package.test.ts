import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import {
  filledIn,
  missingVariables,
  PACKAGE_FILES,
  pngSize,
  problemsOf,
  zipped,
} from '../../bot/cli/app-package.ts';
import type { PackageFiles } from '../../bot/cli/app-package.ts';
import { understand } from '../../bot/core/conversation/understand.ts';

const APP_PACKAGE = fileURLToPath(new URL('../../appPackage/', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../bot/cli/package.ts', import.meta.url));

const VARIABLES = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  BOT_ID: '22222222-2222-4222-8222-222222222222',
  TAB_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  BOT_DOMAIN: 'alongside.example.com',
  PRIVACY_URL: 'https://example.com/privacy',
  TERMS_URL: 'https://example.com/terms',
};

async function template(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of PACKAGE_FILES) files.set(name, await readFile(join(APP_PACKAGE, name)));
  return files;
}

const textOf = (files: PackageFiles, name: string): string => new TextDecoder().decode(files.get(name));
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('the app package', () => {
  it('is valid against Microsoft’s schema once its variables are filled in', async () => {
    const files = filledIn(await template(), VARIABLES);
    assert.deepEqual(await problemsOf(files), []);
    assert.ok(!textOf(files, 'manifest.json').includes('${{'));
  });

  it('asks for exactly the variables of a deployment, all at once', async () => {
    assert.deepEqual(missingVariables(await template(), {}), Object.keys(VARIABLES).sort());
    assert.deepEqual(missingVariables(await template(), { ...VARIABLES, BOT_ID: ' ' }), ['BOT_ID']);
    assert.deepEqual(missingVariables(await template(), VARIABLES), []);
  });

  it('is refused with an id that is none', async () => {
    const files = filledIn(await template(), { ...VARIABLES, BOT_ID: 'not-an-id' });
    const problems = await problemsOf(files);
    assert.ok(problems.some((one) => one.kind === 'schema' && one.what.includes('botId')));
  });

  it('keeps quotes in a value from breaking out of the manifest', async () => {
    const files = filledIn(await template(), { ...VARIABLES, TERMS_URL: 'https://x/","id":"y' });
    const manifest: { id?: string } = JSON.parse(textOf(files, 'manifest.json'));
    assert.equal(manifest.id, VARIABLES.TEAMS_APP_ID);
  });

  it('is refused with icons of the wrong size, or none', async () => {
    const files = filledIn(await template(), VARIABLES);
    const swapped = new Map([...files, ['color.png', files.get('outline.png') ?? new Uint8Array()]] as const);
    assert.deepEqual(await problemsOf(swapped), [{ kind: 'icon', file: 'color.png', size: 192 }]);
    const without = new Map([...files].filter(([name]) => name !== 'outline.png'));
    assert.deepEqual(await problemsOf(without), [{ kind: 'icon-not-there', file: 'outline.png' }]);
  });

  it('is refused when a language lacks words or has others', async () => {
    const files = await template();
    const german: { [key: string]: string } = JSON.parse(textOf(files, 'de.json'));
    const { 'name.short': short, ...rest } = german;
    const changed = new Map([
      ...files,
      ['de.json', bytesOf({ ...rest, 'name.shrot': short ?? '' })],
    ] as const);
    assert.deepEqual(await problemsOf(filledIn(changed, VARIABLES)), [
      { kind: 'language-key', file: 'de.json', key: 'name.shrot' },
      { kind: 'language-key', file: 'de.json', key: 'name.short' },
    ]);
  });

  it('keeps to the lengths that Teams shows, in both languages', async () => {
    for (const file of ['en.json', 'de.json']) {
      const words: { [key: string]: string } = JSON.parse(textOf(await template(), file));
      assert.ok((words['name.short'] ?? '').length <= 30);
      assert.ok((words['name.full'] ?? '').length <= 100);
      assert.ok((words['description.short'] ?? '').length <= 80, file);
    }
  });

  it('offers only commands that the bot understands, in both languages', async () => {
    for (const file of ['en.json', 'de.json']) {
      const words: { [key: string]: string } = JSON.parse(textOf(await template(), file));
      const titles = Object.entries(words).filter(([key]) => key.endsWith('.title'));
      assert.equal(titles.length, 6);
      for (const [, title] of titles) assert.notEqual(understand(title, '2026-11-23').kind, 'other', title);
    }
  });

  it('is the same zip each time, with every file at its top', async () => {
    const files = filledIn(await template(), VARIABLES);
    const zip = zipped(files);
    assert.deepEqual(zipped(files), zip);
    assert.deepEqual(Object.keys(unzipSync(zip)).sort(), [...PACKAGE_FILES].sort());
  });

  it('has icons that its own program draws', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-icons-'));
    try {
      await copyFile(join(APP_PACKAGE, 'icons.ts'), join(folder, 'icons.ts'));
      await writeFile(join(folder, 'package.json'), '{"type":"module"}');
      await promisify(execFile)(process.execPath, [join(folder, 'icons.ts')]);
      for (const name of ['color.png', 'outline.png'])
        assert.deepEqual(await readFile(join(folder, name)), await readFile(join(APP_PACKAGE, name)), name);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('knows a PNG’s size and that other files have none', async () => {
    assert.deepEqual(pngSize((await template()).get('outline.png') ?? new Uint8Array()), {
      width: 32,
      height: 32,
    });
    assert.equal(pngSize(new TextEncoder().encode('<svg width="192" height="192"></svg>')), null);
  });

  it('is written by npm run package, or refused naming what is missing', async () => {
    const env = { PATH: process.env['PATH'], LANG: 'en' };
    const run = promisify(execFile);
    const refused: unknown = await run(process.execPath, [PROGRAM, '--env', 'test'], { env }).catch(
      (error: unknown) => error,
    );
    assert.match(String(refused), /BOT_DOMAIN, BOT_ID, PRIVACY_URL, TAB_CLIENT_ID, TEAMS_APP_ID, TERMS_URL/u);
    const { stdout } = await run(process.execPath, [PROGRAM, '--env', 'test'], {
      env: { ...env, ...VARIABLES },
    });
    assert.match(stdout, /alongside\.test\.zip/u);
    const built = await readdir(join(APP_PACKAGE, 'build'));
    assert.ok(built.includes('alongside.test.zip'));
    await rm(join(APP_PACKAGE, 'build', 'alongside.test.zip'));
  }).timeout(20_000);
});
