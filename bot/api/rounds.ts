import { discardRound as discard } from '../actions/discard-round.ts';
import { previewRound as preview } from '../actions/preview-round.ts';
import { sendRound as send } from '../actions/send-round.ts';
import { HEAVY } from '../core/allowance.ts';
import type { Round } from '../core/round.ts';
import { leftOutInWords } from '../words/left-out.ts';
import { outlookInWords } from '../words/outlook.ts';
import { reasonsInWords } from '../words/reasons.ts';
import { personCard } from './cards.ts';
import type { Page, RoundDetail, RoundRow } from './contract.ts';
import { route } from './route.ts';
import type { Asker } from './asker.ts';
import { pageQuery } from './schemas.ts';

const SHOWN = 50;

const roundRow = ({ id, state, createdAt, sentAt, figures }: Round): RoundRow => ({
  id,
  state,
  createdAt: createdAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
  figures,
});

/** The programme's rounds, newest first. */
export const programmeRounds = route({
  may: 'see-programme',
  of: 'programme',
  handle: async ({ deps, subject }): Promise<Page<RoundRow>> => {
    const rounds = await deps.store.reads.rounds.ofProgramme(subject.id, SHOWN);
    return { rows: rounds.map(roundRow), total: rounds.length };
  },
});

export const previewRound = route({
  may: 'run-rounds',
  of: 'programme',
  cost: HEAVY,
  handle: async ({ deps, person, subject }): Promise<RoundRow> =>
    roundRow(await preview(deps, { programmeId: subject.id, by: person.id })),
});

export const round = route({
  may: 'see-programme',
  of: 'round',
  query: pageQuery,
  handle: async ({ subject, query, ...asker }): Promise<RoundDetail> => ({
    ...roundRow(subject.round),
    outlook: outlookInWords(asker.locale, subject.round.figures),
    corrections: await correctionsOf(asker, subject.round),
    proposals: await proposalsOf(asker, subject.round, query),
    leftOut: await leftOutOf(asker, subject.round, query),
  }),
});

export const sendRound = route({
  may: 'run-rounds',
  of: 'round',
  handle: ({ deps, subject }) => send(deps, { roundId: subject.round.id }),
});

export const discardRound = route({
  may: 'run-rounds',
  of: 'round',
  handle: ({ deps, subject }) => discard(deps, { roundId: subject.round.id }),
});

async function correctionsOf({ deps }: Asker, { id }: Round): Promise<RoundDetail['corrections']> {
  const { reads } = deps.store;
  const corrections = await reads.rounds.corrections(id);
  const people = await reads.people.byIds(corrections.flatMap((one) => one.people));
  return corrections.map(({ kind, people: two }) => ({
    kind,
    people: two.flatMap((personId) => {
      const person = people.get(personId);
      return person === undefined ? [] : [personCard(person)];
    }),
  }));
}

interface PageOf {
  readonly offset: number;
  readonly limit: number;
}

async function proposalsOf(
  asker: Asker,
  { id, figures }: Round,
  page: PageOf,
): Promise<RoundDetail['proposals']> {
  const { reads } = asker.deps.store;
  const proposals = await reads.rounds.proposalsOfRound(id, page);
  const people = await reads.people.byIds(proposals.flatMap((one) => one.sides.map((side) => side.personId)));
  const rows: RoundDetail['proposals']['rows'][number][] = [];
  for (const proposal of proposals) {
    rows.push({
      id: proposal.id,
      kind: proposal.kind,
      state: proposal.state,
      fit: proposal.fit,
      // Without the answers: who said no is told to nobody.
      people: proposal.sides.flatMap(({ personId, role }) => {
        const person = people.get(personId);
        return person === undefined ? [] : [{ ...personCard(person), role }];
      }),
      reasons: await reasonsInWords(
        reads,
        { people: proposal.sides, reasons: proposal.reasons },
        { person: null, locale: asker.locale, at: asker.deps.now() },
      ),
    });
  }
  return { rows, total: figures.proposals };
}

async function leftOutOf(asker: Asker, { id }: Round, page: PageOf): Promise<RoundDetail['leftOut']> {
  const { reads } = asker.deps.store;
  const leftOut = await reads.rounds.leftOut(id, page);
  const people = await reads.people.byIds(leftOut.map((one) => one.personId));
  return leftOut.flatMap((one) => {
    const person = people.get(one.personId);
    return person === undefined ? [] : [{ person: personCard(person), ...leftOutInWords(asker.locale, one) }];
  });
}
