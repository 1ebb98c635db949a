/**
 * Runs every test, bringing what they need, and ends with the line `N passed, N failed`.
 * Arguments are files or folders to run instead of all: `npm test -- tests/core`.
 */
import { globSync, statSync } from 'node:fs';
import Mocha from 'mocha';
import { buildTab } from '../bot/demo/build-tab.ts';
import { bringChromium } from './helpers/chromium.ts';

const asked = process.argv.slice(2);
const files = (asked.length > 0 ? asked : ['tests']).flatMap((place) =>
  statSync(place).isDirectory() ? globSync(`${place}/**/*.test.ts`) : [place],
);
if (files.some((file) => file.includes('browser'))) {
  bringChromium();
  await buildTab();
}
const mocha = new Mocha({ timeout: 20_000, forbidOnly: true, reporter: 'spec' });
for (const file of files.sort()) mocha.addFile(file);
await mocha.loadFilesAsync();
let passed = 0;
let skipped = 0;
const failures = await new Promise<number>((resolve) => {
  const runner = mocha.run(resolve);
  runner.on('pass', () => (passed += 1));
  runner.on('pending', () => (skipped += 1));
});
if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
process.stdout.write(`${passed} passed, ${failures} failed\n`);
// Something left open must not keep the run from ending; what matters has been closed by the tests themselves.
process.exit(failures > 0 || passed === 0 ? 1 : 0);
