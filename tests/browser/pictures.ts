/** `npm run pictures`: takes the README's pictures from the screenshots that the whole way has just left. */
import { copyFile, glob, mkdir } from 'node:fs/promises';

const SCREENSHOTS = 'tests/browser/screenshots';
const PICTURES = 'docs/pictures';
const CHOSEN = { proposal: 'chat.png', 'my-space': 'tab.png' };

await mkdir(PICTURES, { recursive: true });
for (const [step, picture] of Object.entries(CHOSEN)) {
  for await (const file of glob(`${SCREENSHOTS}/[0-9]*-${step}.png`))
    await copyFile(file, `${PICTURES}/${picture}`);
}
