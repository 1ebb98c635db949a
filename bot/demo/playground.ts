import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processEnvironment } from '../config.ts';
import { playgroundConfig } from './playground-config.ts';
import type { PlaygroundUser } from './playground-config.ts';

/** Fetched by npx and never among our dependencies: its licence allows to evaluate it, not to pass it on. */
export const PLAYGROUND_VERSION = '0.2.28';
const PACKAGE = `@microsoft/m365agentsplayground@${PLAYGROUND_VERSION}`;
const FETCH_MS = 120_000;
const START_MS = 60_000;

export interface Playground {
  readonly user: PlaygroundUser;
  readonly url: string;
  close(): Promise<void>;
}

/** Where npx has put the Playground's program. @throws Error when it cannot be fetched. */
export async function findPlayground(): Promise<string> {
  const look =
    "const{existsSync}=require('fs'),p=require('path');" +
    "for(const d of (process.env.PATH||process.env.Path||'').split(p.delimiter)){" +
    "const f=p.join(d,'..','@microsoft','m365agentsplayground','cli.js');if(existsSync(f)){console.log(f);break}}";
  // Started by npm, it is known where npm is, on every system.
  const npm = processEnvironment()['npm_execpath'];
  const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const words = [
    ...first,
    'exec',
    '--yes',
    '--fetch-retries=1',
    `--package=${PACKAGE}`,
    '--',
    'node',
    '-e',
    look,
  ];
  const npx = spawn(program, words, { stdio: ['ignore', 'pipe', 'ignore'], timeout: FETCH_MS });
  let out = '';
  npx.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const [code] = (await once(npx, 'close')) as [number | null];
  const file = out.trim().split('\n').at(-1) ?? '';
  if (code !== 0 || file === '') throw new Error(`npx could not fetch ${PACKAGE}`);
  return file;
}

/** Starts one Playground for one person: its own folder, its own port, all at the same bot. */
export async function startPlayground(options: {
  program: string;
  folder: string;
  tenantId: string;
  user: PlaygroundUser;
  colleagues: readonly PlaygroundUser[];
  messagesUrl: string;
  port: number;
}): Promise<Playground> {
  const { program, folder, user, messagesUrl, port } = options;
  await mkdir(folder, { recursive: true });
  const config = join(folder, '.m365agentsplayground.yml');
  await writeFile(config, playgroundConfig(options));
  // With node itself: npx leaves its child behind when it is stopped.
  const child = spawn(
    process.execPath,
    [program, 'start', '-e', messagesUrl, '-c', 'msteams', '-p', String(port), '--dt'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...processEnvironment(),
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
      },
    },
  );
  const url = await listening(child).catch(async (error: unknown) => {
    await stop(child);
    throw error;
  });
  return { user, url, close: () => stop(child) };
}

/** It takes another port when the one asked for is in use, so its own words are the truth. */
async function listening(child: ChildProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error('the Playground did not start in time')), START_MS);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = /Listening on\D*(?:[\w.[\]-]+:)?(\d{2,5})/i.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(`http://localhost:${port}`);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the Playground stopped by itself (${String(code)})`));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(hard);
}
