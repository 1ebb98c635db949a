/**
 * Finds the company's topics in what someone writes: several in one message, misspelt, inflected, in any order.
 * MiniSearch finds the words; this file decides which names they add up to. A topic is *found* only when every
 * word of one of its names is there; it is *near* when half of one is. Nothing is ever chosen without asking.
 */
import MiniSearch from 'minisearch';
import type { TopicId } from '../ids.ts';
import type { Topic } from '../person.ts';
import { experienceNamed } from './experiences.ts';
import { isChatter, termsOf } from './normalise.ts';
import { mayBe } from '../text/spelling.ts';
import { namesOf } from './names.ts';
import { segmentsOf } from './segments.ts';

export interface SearchResult {
  /** Best first. */
  readonly found: readonly TopicId[];
  /** What may be meant where nothing was found; best first, at most five. */
  readonly near: readonly TopicId[];
}

export type TopicSearch = (text: string) => SearchResult;

/** One name or alias of a topic, as stemmed terms. */
interface Phrase {
  readonly topic: Topic;
  readonly terms: readonly string[];
}

interface Word {
  readonly term: string;
  readonly position: number;
  readonly segment: number;
}

/** How well a phrase is met by the words of a message. */
interface Match {
  readonly topic: Topic;
  readonly phrase: Phrase;
  readonly score: number;
  readonly coverage: number;
  readonly words: readonly Word[];
  /** Rests on a single short, common or misspelt word, so the rest of the sentence must not speak against it. */
  readonly weak: boolean;
}

const MOST_WORDS = 80;
const MOST_NEAR = 5;
const FULL = 0.75;
const HALF = 0.5;
const QUALITY = { exact: 1, prefix: 0.85, fuzzy: 0.8, stump: 0.6 } as const;
/** A beginning shorter than this share of a word is a hint at most. */
const STUMP = 0.6;

/** Names of technologies that are ordinary words too. */
const ORDINARY = new Set(
  termsOf(
    'make express react swift rust ada dart ninja railway phoenix poetry composer mojo astro ruby gleam assembly access ' +
      'cargo perl pip yarn vite spark kite storm beam flow sketch excel word teams test design access',
  ),
);

/** Prepares a search over a company's topics. Build it once for a list of topics and keep it. */
export function topicSearch(topics: readonly Topic[]): TopicSearch {
  const phrases = topics.flatMap((topic) => phrasesOf(topic).map((terms): Phrase => ({ topic, terms })));
  const index = new MiniSearch<{ id: number; terms: readonly string[] }>({
    fields: ['terms'],
    extractField: (document, field) => (field === 'id' ? String(document.id) : document.terms.join(' ')),
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  index.addAll(phrases.map(({ terms }, id) => ({ id, terms })));
  const weigh = weights(phrases);
  return (text) => {
    const words = segmentsOf(text)
      .flatMap((part, segment) => termsOf(part).map((term) => ({ term, segment })))
      .slice(0, MOST_WORDS)
      .map((word, position) => ({ ...word, position }));
    return choose(matches(words, phrases, index, weigh), words);
  };
}

function phrasesOf(topic: Topic): readonly (readonly string[])[] {
  const experience = experienceNamed(topic.name);
  const all = [
    ...namesOf(topic.name),
    ...topic.aliases,
    ...(experience === null ? [] : [experience.german, ...experience.aliases]),
  ];
  const unique = new Map(all.map((name) => [termsOf(name).join(' '), termsOf(name)]));
  return [...unique.values()].filter((terms) => terms.length > 0);
}

/** Rare words weigh more than common ones. */
function weights(phrases: readonly Phrase[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { terms } of phrases)
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + phrases.length / (counts.get(term) ?? 1));
}

function matches(
  words: readonly Word[],
  phrases: readonly Phrase[],
  index: MiniSearch<{ id: number; terms: readonly string[] }>,
  weigh: (term: string) => number,
): readonly Match[] {
  const hits = new Map<number, Map<string, { word: Word; quality: number }>>();
  for (const word of words) {
    for (const { id, term, quality } of lookUp(index, word.term)) {
      const terms = hits.get(id) ?? new Map<string, { word: Word; quality: number }>();
      hits.set(id, terms);
      if ((terms.get(term)?.quality ?? 0) < quality) terms.set(term, { word, quality });
    }
  }
  return [...hits].flatMap(([id, terms]) => {
    const phrase = phrases[id];
    return phrase === undefined ? [] : [judge(phrase, terms, weigh)];
  });
}

/** Terms of the index that a word may stand for. A word that is known is never taken for a misspelling of another. */
function lookUp(
  index: MiniSearch<{ id: number; terms: readonly string[] }>,
  word: string,
): readonly { id: number; term: string; quality: number }[] {
  const results = index.search(word, {
    prefix: word.length >= 4,
    fuzzy: word.length < 4 ? false : word.length < 5 ? 1 : 2,
  });
  const pairs = results.flatMap((result) =>
    result.terms.map((term) => ({ id: Number(result.id), term, quality: qualityOf(word, term) })),
  );
  const known = pairs.some(({ quality }) => quality === QUALITY.exact);
  return pairs.filter(
    ({ term, quality }) => quality !== QUALITY.fuzzy || (!known && isMisspelling(word, term)),
  );
}

function isMisspelling(word: string, term: string): boolean {
  return mayBe(word, term) && !(ORDINARY.has(term) && term.length < 5);
}

function qualityOf(word: string, term: string): number {
  if (word === term) return QUALITY.exact;
  if (!term.startsWith(word)) return QUALITY.fuzzy;
  return word.length >= term.length * STUMP ? QUALITY.prefix : QUALITY.stump;
}

function judge(
  phrase: Phrase,
  met: ReadonlyMap<string, { word: Word; quality: number }>,
  weigh: (term: string) => number,
): Match {
  const total = phrase.terms.reduce((sum, term) => sum + weigh(term), 0);
  const score = phrase.terms.reduce((sum, term) => sum + weigh(term) * (met.get(term)?.quality ?? 0), 0);
  const words = [...new Set([...met.values()].map(({ word }) => word))];
  const positions = words.map(({ position }) => position);
  const span = Math.max(...positions) - Math.min(...positions);
  // Words far apart, or one word counted twice, do not make a name.
  const together = span <= phrase.terms.length * 2 + 2 && words.length === met.size;
  const [only] = phrase.terms;
  const single = phrase.terms.length === 1 && only !== undefined;
  const exact = [...met.values()].every(({ quality }) => quality === QUALITY.exact);
  return {
    topic: phrase.topic,
    phrase,
    score,
    coverage: together ? score / total : Math.min(score / total, HALF),
    words,
    weak: single && (!exact || only.length <= 2 || ORDINARY.has(only) || isChatter(only)),
  };
}

function choose(all: readonly Match[], words: readonly Word[]): SearchResult {
  const ranked = [...all].sort(
    (a, b) => b.score - a.score || b.coverage - a.coverage || a.topic.name.localeCompare(b.topic.name, 'en'),
  );
  const full = ranked.filter(({ coverage }) => coverage >= FULL);
  const named = new Set(
    full.filter(({ phrase }) => phrase.terms.length === 1).flatMap((match) => match.words),
  );
  const taken = new Set<Word>();
  const found = new Map<TopicId, number>();
  for (const match of [...full.filter(({ weak }) => !weak), ...full.filter(({ weak }) => weak)]) {
    if (match.words.some((word) => taken.has(word))) continue;
    if (match.weak && !standsAlone(match, words, taken, named)) continue;
    for (const word of match.words) taken.add(word);
    if (!found.has(match.topic.id)) found.set(match.topic.id, match.score);
  }
  const answered = new Set([...taken].map(({ segment }) => segment));
  const near = ranked
    .filter(({ coverage }) => coverage >= HALF)
    .filter(({ words }) => words.every(({ segment }) => !answered.has(segment)))
    .filter(({ words }) => words.some(({ term }) => !isChatter(term)))
    .map(({ topic }) => topic.id)
    .filter((id) => !found.has(id));
  return {
    found: [...found].sort(([, a], [, b]) => b - a).map(([id]) => id),
    near: [...new Set(near)].slice(0, MOST_NEAR),
  };
}

/** Whether nothing else is said in the part of the message where the match stands. */
function standsAlone(
  match: Match,
  words: readonly Word[],
  taken: ReadonlySet<Word>,
  named: ReadonlySet<Word>,
): boolean {
  const segments = new Set(match.words.map(({ segment }) => segment));
  return words.every(
    (word) =>
      !segments.has(word.segment) ||
      match.words.includes(word) ||
      taken.has(word) ||
      named.has(word) ||
      isChatter(word.term),
  );
}
