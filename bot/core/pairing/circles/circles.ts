import { hashText } from '../hash.ts';
import type { Matched, Matching } from '../matched.ts';
import type { PreparedMember } from '../prepare.ts';
import { never } from '../progress.ts';
import type { Control, Stop } from '../progress.ts';
import type { RuleContext } from '../rules/rule.ts';
import { circlesOfFew, FEW } from './few.ts';
import { FEWEST, fitInto, mayJoin, MOST, topicsOf } from './circle.ts';

/** A circle begins with so many, which leaves room for who would remain alone. */
const AT_FIRST = 4;
/** Of so many people near in level and hours the best are chosen. */
const LOOK_AT = 60;

type Circle = PreparedMember[];

/**
 * Forms circles of three to five around one topic: from the longest waiting on each begins a circle of the best near
 * them; whoever remains joins one with room, or begins one with others who remain and members of circles that stay
 * large enough. Packing threes is hard in the exact sense (Karp 1972), so this is a good result and not a proven one,
 * except where nobody who remains is part of any possible circle. For a few people every way is tried.
 */
export function matchCircles(
  context: RuleContext,
  seed: number,
  { stop = never, onStage }: Control = {},
): Matching {
  onStage?.('finding');
  const people = context.pool.members.filter((member) => member.seeks);
  const tie = new Map(people.map((member) => [member, hashText(member.id, seed)]));
  const inTurn = people.toSorted(
    (a, b) => b.waited - a.waited || (tie.get(a) ?? 0) - (tie.get(b) ?? 0) || a.at - b.at,
  );
  const isFew = people.length <= FEW;
  const forming = new Forming(context, people);
  const circles = isFew ? circlesOfFew(context, inTurn) : formMany(forming, inTurn, stop);
  const placed = new Set(circles.flat());
  const alone = people.filter((person) => !placed.has(person));
  const matched = circles.map((members): Matched => ({
    kind: 'circle',
    members: members.toSorted((a, b) => a.at - b.at),
  }));
  const isStopped = !isFew && stop();
  const isMost = isFew || !alone.some((person) => forming.couldBeginOne(person));
  return {
    matched: matched.sort((one, other) => (one.members[0]?.at ?? 0) - (other.members[0]?.at ?? 0)),
    alone,
    seeking: people.length,
    maximum: isMost ? placed.size : null,
    ...(isStopped ? { stopped: { over: 'all', gap: null } } : {}),
  };
}

function formMany(forming: Forming, inTurn: readonly PreparedMember[], stop: Stop): readonly Circle[] {
  for (const person of inTurn) if (!stop()) forming.begin(person);
  for (let changed = true; changed && !stop();) {
    changed = false;
    for (const person of inTurn) if (!stop() && forming.bringIn(person)) changed = true;
  }
  return [...forming.circles()];
}

class Forming {
  readonly #context: RuleContext;
  readonly #byTopic = new Map<number, PreparedMember[]>();
  readonly #circleOf = new Map<PreparedMember, Circle>();

  constructor(context: RuleContext, people: readonly PreparedMember[]) {
    this.#context = context;
    for (const person of people.toSorted((a, b) => a.level - b.level || a.clock - b.clock || a.at - b.at)) {
      for (const topic of topicsOf(person)) {
        const having = this.#byTopic.get(topic);
        if (having === undefined) this.#byTopic.set(topic, [person]);
        else having.push(person);
      }
    }
  }

  circles(): ReadonlySet<Circle> {
    return new Set(this.#circleOf.values());
  }

  isPlaced(person: PreparedMember): boolean {
    return this.#circleOf.has(person);
  }

  /** Begins a circle with this person, of those who are not placed, if there are enough. */
  begin(person: PreparedMember): void {
    if (this.isPlaced(person)) return;
    const circles = [...topicsOf(person)].map((topic) =>
      this.#grow(
        [person],
        this.#near(person, topic, (other) => !this.isPlaced(other)),
        AT_FIRST,
      ),
    );
    const best = circles
      .filter((circle) => circle.length >= FEWEST)
      .sort((a, b) => b.length - a.length || this.#fitOf(b) - this.#fitOf(a))[0];
    if (best !== undefined) this.#place(best);
  }

  /** Brings someone in who remains, without leaving anybody out; false when that cannot be, or need not. */
  bringIn(person: PreparedMember): boolean {
    if (this.isPlaced(person)) return false;
    return this.#join(person) || this.#beginWithOthers(person);
  }

  /** Whether any two others would make a circle with this person, wherever they are now. */
  couldBeginOne(person: PreparedMember): boolean {
    for (const topic of topicsOf(person)) {
      const others = (this.#byTopic.get(topic) ?? []).filter((other) =>
        mayJoin(this.#context, [person], other),
      );
      if (others.length > LOOK_AT) return true;
      for (const [at, one] of others.entries()) {
        if (others.slice(at + 1).some((other) => mayJoin(this.#context, [person, one], other))) return true;
      }
    }
    return false;
  }

  #join(person: PreparedMember): boolean {
    const near = [...topicsOf(person)].flatMap((topic) =>
      this.#near(person, topic, (other) => this.isPlaced(other)),
    );
    const open = [...new Set(near.map((other) => this.#circleOf.get(other) ?? []))].filter(
      (circle) => circle.length < MOST && circle.length > 0 && mayJoin(this.#context, circle, person),
    );
    const best = open.sort(
      (a, b) => fitInto(this.#context, b, person) - fitInto(this.#context, a, person),
    )[0];
    if (best === undefined) return false;
    best.push(person);
    this.#circleOf.set(person, best);
    return true;
  }

  #beginWithOthers(person: PreparedMember): boolean {
    const canBeSpared = (other: PreparedMember): boolean => {
      const circle = this.#circleOf.get(other);
      return circle === undefined || circle.length > FEWEST;
    };
    for (const topic of topicsOf(person)) {
      const near = this.#near(person, topic, canBeSpared);
      for (const [at, one] of near.entries()) {
        const circle = this.#circleOf.get(one);
        const third = near.slice(at + 1).find((other) => {
          const theirs = this.#circleOf.get(other);
          const leaves = circle !== undefined && circle === theirs ? 2 : 1;
          const stays = theirs === undefined || theirs.length - leaves >= FEWEST;
          return stays && mayJoin(this.#context, [person, one], other);
        });
        if (third === undefined) continue;
        for (const other of [one, third]) this.#leave(other);
        this.#place([person, one, third]);
        return true;
      }
    }
    return false;
  }

  /** Those with the topic who may meet the person, nearest in level and hours, best first. */
  #near(
    person: PreparedMember,
    topic: number,
    isMeant: (other: PreparedMember) => boolean,
  ): PreparedMember[] {
    const having = this.#byTopic.get(topic) ?? [];
    const own = having.indexOf(person);
    const found: PreparedMember[] = [];
    for (let away = 1; found.length < LOOK_AT && away < having.length; away += 1) {
      for (const other of [having[own - away], having[own + away]]) {
        if (other !== undefined && isMeant(other) && mayJoin(this.#context, [person], other))
          found.push(other);
      }
    }
    return found;
  }

  #grow(circle: Circle, near: readonly PreparedMember[], size: number): Circle {
    const grown = [...circle];
    while (grown.length < size) {
      const best = near
        .filter((other) => mayJoin(this.#context, grown, other))
        .map((other) => ({ other, fit: fitInto(this.#context, grown, other) }))
        .sort((a, b) => b.fit - a.fit || a.other.at - b.other.at)[0];
      if (best === undefined) break;
      grown.push(best.other);
    }
    return grown;
  }

  #fitOf(circle: Circle): number {
    return circle.reduce(
      (least, member, at) => Math.min(least, fitInto(this.#context, circle.slice(0, at), member)),
      1000,
    );
  }

  #place(circle: Circle): void {
    for (const member of circle) this.#circleOf.set(member, circle);
  }

  #leave(person: PreparedMember): void {
    const circle = this.#circleOf.get(person);
    circle?.splice(circle.indexOf(person), 1);
    this.#circleOf.delete(person);
  }
}
