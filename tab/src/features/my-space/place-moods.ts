import type { MyMoods } from '../../../../bot/api/contract.ts';

const MOODS = [1, 2, 3, 4, 5] as const;
export type Mood = (typeof MOODS)[number];

/** The nearest mood that has words, should the server ever send another number. */
export function clampMood(mood: number): Mood {
  return MOODS.find((known) => known >= Math.round(mood)) ?? 5;
}

/** Moods as points of a square of 100: time to the right, better days higher. A single one stands in the middle. */
export function placeMoods(
  moods: MyMoods['moods'],
): readonly { readonly at: string; readonly x: number; readonly y: number }[] {
  const times = moods.map((mood) => Date.parse(mood.at));
  const first = Math.min(...times);
  const span = Math.max(...times) - first;
  return moods.map((mood, index) => ({
    at: mood.at,
    x: span === 0 ? 50 : (((times[index] ?? first) - first) / span) * 100,
    y: ((clampMood(mood.mood) - 1) / 4) * 100,
  }));
}
