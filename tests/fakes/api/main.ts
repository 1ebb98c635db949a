/** The fake by itself, to look at the tab in a browser: `node tests/fakes/api/main.ts`, after `vite build tab`. */
import { startFakeApi } from './fake-api.ts';

const fake = await startFakeApi(4390);
console.log(`${fake.url}/tab/  and in a frame: ${fake.url}/demo/frame`);
