import type { Level } from '../../core/person.ts';
import type { Random } from '../random.ts';
import { DEPARTMENTS } from './departments.ts';
import type { Department } from './departments.ts';

/** A place in the company, before somebody fills it. */
export interface Post {
  /** Null for the top of the company. */
  readonly department: Department | null;
  readonly level: Level;
  readonly manager: Post | null;
  reports: number;
}

interface LevelShare {
  readonly share: number;
  readonly level: Level;
}

const LEVEL_SHARES: readonly [LevelShare, ...LevelShare[]] = [
  { share: 20, level: 1 },
  { share: 31, level: 2 },
  { share: 31, level: 3 },
  { share: 18, level: 4 },
];

/** How many people one person leads before the next is asked. */
const SPAN = 8;

/**
 * Posts for so many people: one at the top, the heads of departments below, and in each department everyone
 * reporting to someone of a higher level.
 */
export function postsFor(people: number, random: Random): readonly Post[] {
  if (people === 0) return [];
  const top: Post = { department: null, level: 5, manager: null, reports: 0 };
  const posts = [top];
  for (const { department, size } of sizes(people - 1)) {
    if (size === 0) continue;
    const head = below(top, department, 5);
    posts.push(head, ...teamOf(head, department, size - 1, random));
  }
  return posts;
}

/** Shares of the whole, the largest remainders rounded up. */
function sizes(people: number): readonly { department: Department; size: number }[] {
  const total = DEPARTMENTS.reduce((sum, one) => sum + one.share, 0);
  const exact = DEPARTMENTS.map((department) => ({ department, exact: (people * department.share) / total }));
  const rest = people - exact.reduce((sum, one) => sum + Math.floor(one.exact), 0);
  const roundedUp = new Set(
    exact
      .toSorted((a, b) => (b.exact % 1) - (a.exact % 1))
      .slice(0, rest)
      .map((one) => one.department),
  );
  return exact.map(({ department, exact }) => ({
    department,
    size: Math.floor(exact) + (roundedUp.has(department) ? 1 : 0),
  }));
}

function teamOf(head: Post, department: Department, size: number, random: Random): readonly Post[] {
  const levels = Array.from({ length: size }, () => random.weighted(LEVEL_SHARES).level);
  const leaders: Post[] = [head];
  return levels
    .sort((a, b) => b - a)
    .map((level) => {
      const post = below(leaderFor(level, leaders, head, random), department, level);
      if (random.chance(level === 4 ? 0.7 : level === 3 ? 0.35 : level === 2 ? 0.05 : 0)) leaders.push(post);
      return post;
    });
}

/** Somebody above with room, rather one step than two ahead. */
function leaderFor(level: Level, leaders: readonly Post[], head: Post, random: Random): Post {
  const above = leaders.filter((post) => post.level > level);
  const withRoom = above.filter((post) => post.reports < SPAN);
  const nearest = Math.min(...withRoom.map((post) => post.level));
  const near = withRoom.filter((post) => post.level <= nearest + 1);
  const [first, ...others] = near.length > 0 ? near : above;
  return first === undefined ? head : random.pick([first, ...others]);
}

function below(manager: Post, department: Department, level: Level): Post {
  manager.reports += 1;
  return { department, level, manager, reports: 0 };
}
