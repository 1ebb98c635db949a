/**
 * Lived experiences that every company starts with. The name is the topic's name in the store;
 * the German name and the aliases are other words for it, by which free text finds it.
 */
import type { Locale } from '../person.ts';
import type { Experience } from './experience.ts';
import { AT_WORK } from './experiences-at-work.ts';
import { IN_LIFE } from './experiences-in-life.ts';

export const EXPERIENCES: readonly Experience[] = [...AT_WORK, ...IN_LIFE];

const byWord = new Map(
  EXPERIENCES.flatMap((experience) =>
    // The names last: a name wins over an alias of another.
    [...experience.aliases, experience.german, experience.name].map(
      (word) => [word.toLowerCase(), experience] as const,
    ),
  ),
);

const byName = new Map(EXPERIENCES.map((experience) => [experience.name.toLowerCase(), experience]));
const byTitle = new Map([
  ...EXPERIENCES.map((experience) => [experience.german.toLowerCase(), experience] as const),
  ...byName,
]);

/** The experience that is called exactly this in any of our languages; other words for it do not count. */
export function experienceCalled(name: string): Experience | null {
  return byTitle.get(name.trim().toLowerCase()) ?? null;
}

/** The experience of exactly this name or alias, in any of our languages and any case; null where there is none. */
export function experienceNamed(word: string): Experience | null {
  return byWord.get(word.trim().toLowerCase()) ?? null;
}

/** A topic's name in a language: our own experiences are translated, the company's topics stay as they are. */
export function topicName(name: string, locale: Locale): string {
  return locale === 'de' ? (byName.get(name.toLowerCase())?.german ?? name) : name;
}
