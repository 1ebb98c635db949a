import { startsOf } from '../engine/rows.ts';

/** Whom each person may meet, and by how much the pair is worth less than the prices of both. */
export interface SlackArcs {
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly slack: Float64Array;
}

/** Those of less than so much slack: a chain that costs less is made of these alone. */
export function arcsWithin({ start, to, slack }: SlackArcs, reach: number): SlackArcs {
  const counts = new Int32Array(start.length - 1);
  for (let person = 0; person < counts.length; person += 1) {
    for (let arc = start[person] ?? 0, end = start[person + 1] ?? 0; arc < end; arc += 1) {
      if ((slack[arc] ?? 0) < reach) counts[person] = (counts[person] ?? 0) + 1;
    }
  }
  const near = startsOf(counts);
  const length = near.at(-1) ?? 0;
  const within = { start: near, to: new Int32Array(length), slack: new Float64Array(length) };
  let at = 0;
  for (let arc = 0; arc < slack.length; arc += 1) {
    if ((slack[arc] ?? 0) >= reach) continue;
    within.to[at] = to[arc] ?? 0;
    within.slack[at] = slack[arc] ?? 0;
    at += 1;
  }
  return within;
}
