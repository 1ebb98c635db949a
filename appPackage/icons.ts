/**
 * Draws the app's icons: two people side by side, one a step ahead. `node appPackage/icons.ts` writes both files.
 * Shapes are distances to an edge, so that any size comes out smooth.
 */
import { writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';

type Rgb = readonly [number, number, number];

/** How far a point lies outside a shape; inside it is negative. */
type Shape = (x: number, y: number) => number;

interface Layer {
  readonly shape: Shape;
  readonly colour: (x: number, y: number) => Rgb;
}

const disc =
  (cx: number, cy: number, r: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - r;

/** A bar with round ends from one point to another. */
const bar =
  (ax: number, ay: number, bx: number, by: number, r: number): Shape =>
  (x, y) => {
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const t = Math.min(1, Math.max(0, along));
    return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) - r;
  };

const either =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));

const both =
  (a: Shape, b: Shape): Shape =>
  (x, y) =>
    Math.max(a(x, y), b(x, y));

const above =
  (line: number): Shape =>
  (_x, y) =>
    y - line;

/** Only the edge of a shape. */
const edge =
  (shape: Shape, width: number): Shape =>
  (x, y) =>
    Math.abs(shape(x, y)) - width / 2;

/** Head and shoulders on a step, in units of a 192 grid. */
const head = (cx: number, floor: number): Shape => disc(cx, floor - 46, 15);
const shoulders = (cx: number, floor: number): Shape => both(disc(cx, floor, 26), above(floor));
const step = (cx: number, floor: number): Shape => bar(cx - 23, floor + 13, cx + 23, floor + 13, 4);

const BEHIND = { x: 68, floor: 122 };
const AHEAD = { x: 124, floor: 100 };

const flat = (colour: Rgb) => (): Rgb => colour;
const WHITE: Rgb = [255, 255, 255];
const MARIGOLD: Rgb = [255, 200, 87];

/** From a deep to a bright violet, along the way up. */
function dusk(x: number, y: number): Rgb {
  const t = Math.min(1, Math.max(0, (x + (192 - y)) / 384));
  const mix = (from: number, to: number): number => from + (to - from) * t;
  return [mix(58, 118), mix(44, 92), mix(128, 214)];
}

function person({ x, floor }: { readonly x: number; readonly floor: number }): Shape {
  return either(head(x, floor), shoulders(x, floor), step(x, floor));
}

function outlined({ x, floor }: { readonly x: number; readonly floor: number }): Shape {
  const width = 12;
  return either(edge(disc(x, floor - 46, 14), width), edge(shoulders(x, floor), width));
}

export const COLOUR_ICON: readonly Layer[] = [
  { shape: () => -1, colour: dusk },
  { shape: person(BEHIND), colour: flat(WHITE) },
  { shape: person(AHEAD), colour: flat(MARIGOLD) },
];

/** White on nothing, as Teams asks; larger in its frame, since it is shown small. */
export const OUTLINE_ICON: readonly Layer[] = [
  { shape: either(outlined({ x: 54, floor: 146 }), outlined({ x: 138, floor: 106 })), colour: flat(WHITE) },
];

/** Draws layers over each other into a PNG of so many pixels each way. */
export function draw(layers: readonly Layer[], size: number): Buffer {
  const pixels = Buffer.alloc(size * (size * 4 + 1));
  const scale = 192 / size;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const [x, y] = [(column + 0.5) * scale, (row + 0.5) * scale];
      // Each row begins with its filter type, 0 for none.
      pixels.set(blend(layers, x, y, scale), row * (size * 4 + 1) + 1 + column * 4);
    }
  return png(pixels, size);
}

function blend(layers: readonly Layer[], x: number, y: number, scale: number): readonly number[] {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (const { shape, colour } of layers) {
    const cover = Math.min(1, Math.max(0, 0.5 - shape(x, y) / scale));
    if (cover === 0) continue;
    const total = cover + alpha * (1 - cover);
    const over = (top: number, bottom: number): number =>
      (top * cover + bottom * alpha * (1 - cover)) / total;
    const [r, g, b] = colour(x, y);
    [red, green, blue, alpha] = [over(r, red), over(g, green), over(b, blue), total];
  }
  return [red, green, blue, alpha * 255].map(Math.round);
}

/** A PNG of 8 bits a channel with transparency (ISO/IEC 15948). */
function png(pixels: Buffer, size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

if (import.meta.main) {
  await writeFile(new URL('color.png', import.meta.url), draw(COLOUR_ICON, 192));
  await writeFile(new URL('outline.png', import.meta.url), draw(OUTLINE_ICON, 32));
}
