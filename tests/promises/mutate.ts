/** Twists any place of a JSON value: another type, a prototype key, something huge or deep, a lone surrogate, nothing. */
type Dice = () => number;

const STRANGE: readonly ((dice: Dice) => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => -1,
  () => 1e308,
  () => Number.MAX_SAFE_INTEGER,
  () => 17,
  () => '',
  () => '\uD800',
  () => '\u0000\u202E',
  () => "'; drop table people; --",
  () => '{{constructor}}',
  () => [],
  () => ({}),
  () => JSON.parse('{"__proto__":{"admin":true}}'),
  () => ({ constructor: { prototype: { admin: true } } }),
  () => 'hasOwnProperty',
  () => ({ hasOwnProperty: true, toJSON: 'x' }),
  () => ['\uFEFF', '\u2028', '👩‍👩‍👧‍👧', 'ﷺ'.repeat(50)],
  () => ({ toString: 7, valueOf: 'x', length: -1 }),
  (dice) => 'x'.repeat(Math.floor(dice() * 20_000)),
  (dice) => Array.from({ length: Math.floor(dice() * 200) }, (_, index) => index),
  (dice) => Array.from({ length: Math.floor(dice() * 6_000) }, () => null),
  (dice) => ({ ['k'.repeat(Math.floor(dice() * 5_000))]: 1 }),
  (dice) => nested(Math.floor(dice() * 60)),
];

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A copy with one to three places changed. */
export function mutate(value: unknown, dice: Dice): unknown {
  let twisted = structuredClone(value);
  for (let times = 1 + Math.floor(dice() * 3); times > 0; times -= 1) twisted = twist(twisted, dice);
  return twisted;
}

function twist(value: unknown, dice: Dice): unknown {
  const isBranch = typeof value === 'object' && value !== null;
  if (!isBranch || dice() < 0.2) return pick(STRANGE, dice)?.(dice);
  const keys = Object.keys(value);
  const key = pick(keys, dice);
  if (key === undefined || dice() < 0.05) {
    Reflect.set(value, pick(['type', 'name', 'value', 'text', '__x', 'constructor'], dice) ?? 'x', 'new');
    return value;
  }
  if (dice() < 0.15) Reflect.deleteProperty(value, key);
  else Reflect.set(value, key, twist(Reflect.get(value, key), dice));
  return value;
}

const pick = <T>(from: readonly T[], dice: Dice): T | undefined => from[Math.floor(dice() * from.length)];
