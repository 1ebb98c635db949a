import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const BUILT = 'dist/tab/index.html';
const SOURCES = [
  'tab/**/*.{ts,tsx,html,json,css,svg}',
  'bot/api/contract.ts',
  'bot/core/limits.ts',
  'package-lock.json',
];

/** Builds the tab unless what is built is newer than everything it is made from. @throws Error when the build fails. */
export async function buildTab(): Promise<void> {
  const built = (await stat(BUILT).catch(() => null))?.mtimeMs ?? 0;
  if ((await newestSource()) < built) return;
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', 'tab', '--logLevel', 'warn'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error('the tab could not be built');
}

async function newestSource(): Promise<number> {
  let newest = 0;
  for (const pattern of SOURCES)
    for await (const file of glob(pattern)) newest = Math.max(newest, (await stat(file)).mtimeMs);
  return newest;
}
