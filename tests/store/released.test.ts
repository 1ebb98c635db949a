import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReleasedFigure } from '../../bot/core/ports/privacy.ts';
import type { ProgrammeId } from '../../bot/core/ids.ts';
import { NOW } from '../helpers/builders.ts';
import { seedProgramme } from '../helpers/seed.ts';
import type { TestStore } from '../helpers/store.ts';
import { onEveryEngine } from './engines.ts';

const figure = (programmeId: ProgrammeId, question: string, value: unknown): ReleasedFigure => ({
  programmeId,
  scope: null,
  period: '2026-11',
  question,
  value,
  releasedAt: NOW,
});

onEveryEngine('Figures that are released', ({ store, another }) => {
  it('stay as they were told the first time', async () => {
    const { id } = await seedProgramme(store());
    const tell = (value: string, ...questions: readonly string[]) =>
      store().transaction((tx) => tx.privacy.release(questions.map((one) => figure(id, one, value))));
    await tell('first', 'mood', 'mood');
    await tell('second', 'mood', 'helped');
    const told = await store().reads.privacy.released(id, null);
    assert.deepEqual(
      told.map(({ question, value }) => [question, value]),
      [
        ['helped', 'second'],
        ['mood', 'first'],
      ],
    );
  });

  it('by two instances at once are those of one, and never of both', async () => {
    const { id } = await seedProgramme(store());
    const tell = (which: TestStore, value: string, question: string) =>
      which.transaction(async (tx) => {
        if ((await tx.privacy.released(id, null)).length > 0) return;
        await sleep(30);
        await tx.privacy.release([figure(id, 'done', value)]);
        await tx.privacy.release([figure(id, question, value)]);
      });
    await Promise.all([tell(store(), 'left', 'mood'), tell(await another(), 'right', 'helped')]);
    const told = await store().reads.privacy.released(id, null);
    assert.equal(told.length, 2);
    assert.equal(new Set(told.map(({ value }) => value)).size, 1);
  });
});
