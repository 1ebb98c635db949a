import { compareSettings as compare } from '../actions/compare-settings.ts';
import { correctRound as correct } from '../actions/correct-round.ts';
import { lookBack } from '../actions/look-back.ts';
import { asId } from '../core/ids.ts';
import type { PersonId } from '../core/ids.ts';
import type { RoundFigures } from '../core/round.ts';
import { outlookInWords } from '../words/outlook.ts';
import { personCard } from './cards.ts';
import type { Corrected, Page, RoundComparison, RoundFairness, SomePeople } from './contract.ts';
import { route } from './route.ts';
import type { Asker } from './asker.ts';
import { compareBody, correctionBody } from './schemas.ts';

/** Names enough to see whom a change is about. */
const NAMED = 12;

/** Puts two people of a preview together or keeps them apart. */
export const correctRound = route({
  may: 'run-rounds',
  of: 'round',
  body: correctionBody,
  handle: async ({ deps, person, subject, body }): Promise<Corrected> => {
    const [one, other] = body.people;
    const { othersChanged } = await correct(deps, {
      roundId: subject.round.id,
      people: [asId<PersonId>(one), asId<PersonId>(other)],
      kind: body.kind,
      by: person.id,
    });
    return { othersChanged };
  },
});

/** What a round would be under other settings; nothing is saved. */
export const compareSettings = route({
  may: 'run-rounds',
  of: 'programme',
  body: compareBody,
  handle: async ({ subject, body, ...asker }): Promise<RoundComparison> => {
    const { settings } = body;
    const { before, after, difference } = await compare(asker.deps, { programmeId: subject.id, settings });
    return {
      before: sideOf(asker, before),
      after: sideOf(asker, after),
      same: difference.same,
      moved: difference.moved.length,
      gained: await some(asker, difference.gained),
      lost: await some(asker, difference.lost),
    };
  },
});

const sideOf = ({ locale }: Asker, figures: RoundFigures): RoundComparison['before'] => ({
  figures,
  outlook: outlookInWords(locale, figures),
});

async function some({ deps }: Asker, ids: readonly PersonId[]): Promise<SomePeople> {
  const shown = ids.slice(0, NAMED);
  const people = await deps.store.reads.people.byIds(shown);
  const cards = shown.flatMap((id) => {
    const person = people.get(id);
    return person === undefined ? [] : [personCard(person)];
  });
  return { people: cards, total: ids.length };
}

/** How fairly the last rounds went. */
export const roundsOverTime = route({
  may: 'see-programme',
  of: 'programme',
  handle: async ({ deps, subject }): Promise<Page<RoundFairness>> => {
    const rows = await lookBack(deps, { programmeId: subject.id });
    return { rows, total: rows.length };
  },
});
