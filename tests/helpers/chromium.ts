import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** What keeps a browser quiet on a machine without a screen or without the outside world. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const runs = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A browser that is already here: CHROME_PATH, one on the PATH or in its usual place, or playwright's own download. */
export function findChromium(): string | null {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const all = [process.env['CHROME_PATH'] ?? '', ...onPath, ...PLACES, chromium.executablePath()];
  return all.find((file) => file !== '' && runs(file)) ?? null;
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** Finds a browser or brings one. @throws Error with what to do where none can be had. */
export function bringChromium(): string {
  const found =
    findChromium() ?? (download() ? findChromium() : null) ?? (installPackage() ? findChromium() : null);
  if (found === null) {
    throw new Error(
      'These tests need a Chromium-based browser and none could be fetched. Install Chrome, Chromium or Edge, or set CHROME_PATH to one.',
    );
  }
  return found;
}

function download(): boolean {
  const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '..', 'cli.js');
  const done = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
  });
  return done.status === 0;
}

const apt = (...words: string[]): boolean =>
  spawnSync('apt-get', words, {
    stdio: 'ignore',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

function installPackage(): boolean {
  if (process.platform !== 'linux' || !isRoot()) return false;
  const install = (): boolean =>
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-color-emoji');
  return install() || (apt('update') && install());
}

/** Starts the browser that bringChromium finds; as root without its sandbox, which refuses root. */
export async function launchChromium(): Promise<Browser> {
  const flags = isRoot() ? [...FLAGS, '--no-sandbox'] : FLAGS;
  return await chromium.launch({ executablePath: bringChromium(), args: flags });
}
