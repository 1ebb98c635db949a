import assert from 'node:assert/strict';
import { pairAloud } from '../../bot/cli/pair-aloud.ts';
import { STAGES } from '../../bot/core/pairing/progress.ts';
import { wordsIn } from '../../bot/words/words.ts';
import { anInput, aPoolMember } from '../helpers/pools.ts';

const input = anInput(Array.from({ length: 20 }, (_none, at) => aPoolMember(`p${at}`)));

async function noted(silentMs?: number): Promise<readonly string[]> {
  const notes: string[] = [];
  const command = { note: (text: string) => notes.push(text), say: wordsIn('en', 'cli') };
  await pairAloud(command, silentMs)(input);
  return notes;
}

describe('a round on the command line', () => {
  it('says what it is doing once it takes a while, and a short one nothing', async () => {
    assert.deepEqual(await noted(), []);
    const notes = await noted(0);
    assert.deepEqual([notes[0], notes.at(-1)], ['Reading the people …', 'Putting it into words …']);
  });

  for (const locale of ['en', 'de'] as const) {
    it(`has words for every stage, in ${locale}`, () => {
      const say = wordsIn(locale, 'cli');
      for (const stage of STAGES) assert.match(say(`programme.stage.${stage}`), / …$/);
    });
  }
});
