/** How one round treated people, in the light of those before it. Counts only. Times are ISO 8601 in UTC. */
export interface RoundFairness {
  readonly id: string;
  readonly sentAt: string;
  readonly seeking: number;
  readonly paired: number;
  readonly leftOut: number;
  /** Of those left out of the round before, who has somebody in this one. */
  readonly waitedAndFound: number;
  /** Of those left out of the round before, who is left out again. */
  readonly waitedAgain: number;
  /** Proposals whose people were proposed to each other within the programme's cooldown already. */
  readonly repeats: number;
  /** People asked to guide somebody; how many of them the round before had asked too; the most asked of one. */
  readonly mentors: number;
  readonly mentorsAgain: number;
  readonly mostOfOne: number;
  /** Proven that nobody waited again for whom there was room beside as many others, those who wait longest first. */
  readonly proven: boolean;
}
