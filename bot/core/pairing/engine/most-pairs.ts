import type { AssignmentProblem } from '../assignment.ts';
import { NONE } from './seats.ts';
import type { Seats } from './seats.ts';

type Graph = Pick<AssignmentProblem, 'arcStart' | 'arcMentor'>;

/**
 * Seats as many as possible, the longest waiting classes first, by Hopcroft and Karp (1973) with several places to a
 * mentor. Nobody who has a seat loses it, so going through the classes from the highest is optimal for every class
 * in turn (the seekers that can be seated together form a matroid; Edmonds 1971).
 * `likely` names by seeker a mentor they may have, or -1: to be tried first, it saves search and changes no count.
 * Invariant: after a class no augmenting path starts at anyone of it.
 */
export function seatMost(graph: Graph, rank: Int32Array, seats: Seats, likely?: Int32Array): void {
  const classes = [...new Set(rank)].sort((a, b) => b - a);
  const search = new LayeredSearch(graph, seats);
  for (const of of classes) {
    const standing: number[] = [];
    for (let seeker = 0; seeker < rank.length; seeker += 1) {
      if (rank[seeker] !== of || seats.mentorOf[seeker] !== NONE) continue;
      const mentor = likely?.[seeker] ?? NONE;
      if (mentor !== NONE && seats.hasFree(mentor)) seats.sit(seeker, mentor);
      else if (!seatAtOnce(graph, seats, seeker)) standing.push(seeker);
    }
    let left = Int32Array.from(standing);
    while (left.length > 0 && search.layers(left)) left = left.filter((seeker) => !search.seat(seeker));
  }
}

function seatAtOnce({ arcStart, arcMentor }: Graph, seats: Seats, seeker: number): boolean {
  for (let arc = arcStart[seeker] ?? 0; arc < (arcStart[seeker + 1] ?? 0); arc += 1) {
    const mentor = arcMentor[arc] ?? 0;
    if (!seats.hasFree(mentor)) continue;
    seats.sit(seeker, mentor);
    return true;
  }
  return false;
}

class LayeredSearch {
  readonly #graph: Graph;
  readonly #seats: Seats;
  /** By seeker and by mentor: how many moves away from those who stand; -1 is not reached. */
  readonly #seekerLayer: Int32Array;
  readonly #mentorLayer: Int32Array;
  /** By seeker: the next arc to try in this phase. */
  readonly #next: Int32Array;
  readonly #queue: Int32Array;
  #lastLayer = 0;

  constructor(graph: Graph, seats: Seats) {
    const seekers = graph.arcStart.length - 1;
    this.#graph = graph;
    this.#seats = seats;
    this.#seekerLayer = new Int32Array(seekers);
    this.#mentorLayer = new Int32Array(seats.places.length);
    this.#next = new Int32Array(seekers);
    this.#queue = new Int32Array(seekers);
  }

  /** Breadth first to the end of the layer in which the first free place lies; false when there is none. */
  layers(standing: Int32Array): boolean {
    const [seekerLayer, mentorLayer, queue] = [this.#seekerLayer, this.#mentorLayer, this.#queue];
    seekerLayer.fill(NONE);
    mentorLayer.fill(NONE);
    this.#next.set(this.#graph.arcStart.subarray(0, -1));
    this.#lastLayer = Infinity;
    let length = standing.length;
    queue.set(standing);
    for (const seeker of standing) seekerLayer[seeker] = 0;
    for (let head = 0; head < length; head += 1) {
      const seeker = queue[head] ?? 0;
      const layer = seekerLayer[seeker] ?? 0;
      if (layer >= this.#lastLayer) break;
      length = this.#reach(seeker, layer + 1, length);
    }
    return this.#lastLayer !== Infinity;
  }

  #reach(from: number, layer: number, queued: number): number {
    const { arcStart, arcMentor } = this.#graph;
    const seats = this.#seats;
    let length = queued;
    for (let arc = arcStart[from] ?? 0; arc < (arcStart[from + 1] ?? 0); arc += 1) {
      const mentor = arcMentor[arc] ?? 0;
      if (this.#mentorLayer[mentor] !== NONE) continue;
      this.#mentorLayer[mentor] = layer;
      if (seats.hasFree(mentor)) this.#lastLayer = layer;
      const start = seats.start[mentor] ?? 0;
      for (let seat = start; seat < start + (seats.used[mentor] ?? 0); seat += 1) {
        const seeker = seats.seeker[seat] ?? 0;
        if (this.#seekerLayer[seeker] !== NONE) continue;
        this.#seekerLayer[seeker] = layer;
        this.#queue[length] = seeker;
        length += 1;
      }
    }
    return length;
  }

  /** Depth first through the layers; in one phase every arc is tried at most once, and nobody is moved twice. */
  seat(standing: number): boolean {
    const path: number[] = [standing];
    const moves: number[] = [];
    for (let from = path.at(-1); from !== undefined; from = path.at(-1)) {
      const step = this.#advance(from, path.length);
      if (step === null) {
        path.pop();
        moves.pop();
        continue;
      }
      moves.push(step.mentor);
      if (step.seeker === NONE) {
        this.#move(path, moves);
        return true;
      }
      path.push(step.seeker);
      this.#seekerLayer[step.seeker] = NONE;
    }
    return false;
  }

  /** The next mentor with a free place, or with someone who could move on; null when there is none left. */
  #advance(from: number, layer: number): { mentor: number; seeker: number } | null {
    const { arcStart, arcMentor } = this.#graph;
    const end = arcStart[from + 1] ?? 0;
    for (let arc = this.#next[from] ?? 0; arc < end; arc += 1) {
      const mentor = arcMentor[arc] ?? 0;
      if (this.#mentorLayer[mentor] !== layer) continue;
      this.#next[from] = arc;
      const seeker = layer === this.#lastLayer ? NONE : this.#whoCanMove(mentor, layer);
      if (seeker !== NONE || (layer === this.#lastLayer && this.#seats.hasFree(mentor)))
        return { mentor, seeker };
    }
    this.#next[from] = end;
    return null;
  }

  #whoCanMove(mentor: number, layer: number): number {
    const seats = this.#seats;
    const start = seats.start[mentor] ?? 0;
    for (let seat = start; seat < start + (seats.used[mentor] ?? 0); seat += 1) {
      const seeker = seats.seeker[seat] ?? 0;
      if (this.#seekerLayer[seeker] === layer) return seeker;
    }
    return NONE;
  }

  #move(path: readonly number[], mentors: readonly number[]): void {
    for (const seeker of path) this.#seats.rise(seeker);
    for (const [step, seeker] of path.entries()) this.#seats.sit(seeker, mentors[step] ?? 0);
  }
}
