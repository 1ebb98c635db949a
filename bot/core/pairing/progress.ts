/** Asked now and then; true ends the work with the best so far. The core has no clock, so the caller brings one. */
export type Stop = () => boolean;

export const never: Stop = () => false;

export const STAGES = [
  'preparing',
  'finding',
  'counting',
  'bidding',
  'repairing',
  'proving',
  'pricing',
  'explaining',
] as const;
/**
 * What a round is doing: people as numbers, the best few pairs of each, how many can be paired, who roughly, who
 * exactly, the proof, the same over every other pair (then the middle again), and the words.
 */
export type Stage = (typeof STAGES)[number];

/** How the caller follows a round and ends it early. */
export interface Control {
  readonly stop?: Stop;
  readonly onStage?: (stage: Stage) => void;
}
