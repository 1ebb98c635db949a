import assert from 'node:assert/strict';
import { answerProposal } from '../../bot/actions/answer-proposal.ts';
import { lookBack } from '../../bot/actions/look-back.ts';
import { previewRound } from '../../bot/actions/preview-round.ts';
import { sendRound } from '../../bot/actions/send-round.ts';
import { DAY_MS } from '../helpers/builders.ts';
import { idOf, openOf, roundDeps, seedCast } from '../helpers/rounds.ts';
import type { Cast, TestDeps } from '../helpers/rounds.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

describe('Looking back on rounds', () => {
  let store: TestStore;
  let deps: TestDeps;
  let cast: Cast;
  beforeEach(async () => {
    store = await openTestStore();
    deps = roundDeps(store);
    cast = await seedCast(store, { mentors: 1, mentees: 2 });
  });
  afterEach(() => store.close());

  /** Sends a round; everyone says yes, meets, and parts. */
  const walk = async (): Promise<void> => {
    const { programmeId } = cast;
    const { id } = await previewRound(deps, { programmeId, by: null });
    await sendRound(deps, { roundId: id });
    for (const { id: personId } of [...cast.mentors, ...cast.mentees]) {
      for (const open of await openOf(store, personId)) {
        await answerProposal(deps, { proposalId: idOf(open), personId, answer: 'yes' });
      }
    }
    deps.at = new Date(deps.at.getTime() + 7 * DAY_MS);
    await store.write(({ db }) =>
      db
        .updateTable('pairings')
        .set({ state: 'ended', endedAt: deps.at })
        .where('state', '<>', 'ended')
        .execute(),
    );
  };
  const counts = async (): Promise<readonly unknown[]> =>
    (await lookBack(deps, { programmeId: cast.programmeId })).map((round) => [
      round.paired,
      round.leftOut,
      round.waitedAndFound,
      round.waitedAgain,
      round.repeats,
      round.mentors,
      round.mentorsAgain,
    ]);

  it('counts who waited and was found, and who was asked again', async () => {
    await walk();
    await walk();
    // The only mentor first guides one, then the one who waited; the cooldown keeps the first pair apart.
    assert.deepEqual(await counts(), [
      [1, 1, 1, 0, 0, 1, 1],
      [1, 1, 0, 0, 0, 1, 0],
    ]);
  });

  it('counts who is left out again', async () => {
    cast = await seedCast(store, { mentors: 1, mentees: 3 });
    await walk();
    await walk();
    assert.deepEqual((await counts())[0], [1, 2, 1, 1, 0, 1, 1]);
  });

  it('counts who meets again within the cooldown, which only a lost memory can bring about', async () => {
    cast = await seedCast(store, { mentors: 1, mentees: 1 });
    await walk();
    await store.write(({ db }) => db.deleteFrom('pairingPeople').execute());
    await walk();
    assert.deepEqual((await counts())[0], [1, 0, 0, 0, 1, 1, 1]);
  });

  it('tells each round as it was sent, whatever becomes of its proposals', async () => {
    await walk();
    await walk();
    const before = await counts();
    await store.write(async ({ db }) => {
      await db.updateTable('proposals').set({ state: 'withdrawn' }).execute();
      await db.deleteFrom('leftOut').execute();
    });
    assert.deepEqual(await counts(), before);
  });

  it('is empty before anything was sent', async () => {
    await previewRound(deps, { programmeId: cast.programmeId, by: null });
    assert.deepEqual(await counts(), []);
  });
});
