const MAX_DEPTH = 16;
const MAX_VALUES = 2000;
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of JSON that came from outside, safe to hand on: no keys that reach a prototype, no depth or breadth
 * that could exhaust whoever walks it. Null when it is not an object or too much.
 */
export function plainData(value: unknown): Readonly<Record<string, unknown>> | null {
  const budget = { left: MAX_VALUES };
  const copy = copyOf(value, MAX_DEPTH, budget);
  return isRecord(copy) ? copy : null;
}

function copyOf(value: unknown, depth: number, budget: { left: number }): unknown {
  budget.left -= 1;
  if (budget.left < 0 || depth < 0) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => copyOf(item, depth - 1, budget));
    return items.includes(undefined) ? undefined : items;
  }
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (FORBIDDEN.has(key)) return undefined;
    const inner = copyOf(item, depth - 1, budget);
    if (inner === undefined) return undefined;
    copy[key] = inner;
  }
  return copy;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
