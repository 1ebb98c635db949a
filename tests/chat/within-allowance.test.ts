import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { withinAllowance } from '../../bot/chat/within-allowance.ts';
import { RATES } from '../../bot/core/allowance.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import type { Incoming, Turn } from '../../bot/core/ports/messaging.ts';
import { refusalWords } from '../../bot/words/refusals.ts';
import { TENANT } from '../helpers/builders.ts';
import { wordsIn } from '../helpers/chat.ts';

const WORDS = refusalWords('en', new Refusal('too-fast'));
const text = (words: string): Incoming => ({ kind: 'message', text: confide(words) });

describe('how much one person may ask of the bot', () => {
  let now: number;
  let heard: Turn[];
  let say: (incoming: Incoming, objectId?: string) => Promise<string>;
  beforeEach(() => {
    now = 0;
    heard = [];
    const handler = withinAllowance(
      async (turn) => {
        heard.push(turn);
        return { messages: [{ text: 'answered' }], replacement: null };
      },
      RATES,
      () => now,
    );
    say = async (incoming, objectId = 'ada') => {
      const reference = { serviceUrl: '', conversationId: '', userId: '', botId: '' };
      const answer = await handler({
        tenantId: TENANT,
        objectId,
        locale: 'en',
        reference,
        activityId: `${heard.length}`,
        incoming,
      });
      return answer.messages.length === 0 && answer.replacement === null ? '' : wordsIn(answer);
    };
  });
  const flood = async (): Promise<readonly string[]> => {
    const answers: string[] = [];
    for (let count = 0; count < 100; count += 1) answers.push(await say(text('help')));
    return answers;
  };

  it('is a dozen messages at once; of those beyond it the first is answered, and none is looked at', async () => {
    const answers = await flood();
    assert.equal(answers.filter((one) => one === 'answered').length, RATES.messages.burst);
    assert.equal(answers.filter((one) => one === WORDS).length, 1);
    assert.equal(heard.length, RATES.messages.burst);
  });

  it('comes back with time', async () => {
    await flood();
    now += 2_000;
    assert.equal(await say(text('help')), 'answered');
    assert.equal(await say(text('help')), '');
  });

  it('is told at each press', async () => {
    const press: Incoming = { kind: 'press', verb: 'member.help', data: confide({}) };
    for (let count = 0; count < RATES.presses.burst; count += 1) assert.equal(await say(press), 'answered');
    assert.equal(await say(press), WORDS);
    assert.equal(await say(press), WORDS);
  });

  it('leaves others alone', async () => {
    await flood();
    assert.equal(await say(text('help'), 'bo'), 'answered');
  });

  it('never keeps the answer from somebody who may be in danger, nor that the app was taken away', async () => {
    await flood();
    assert.equal(await say(text('I want to die')), 'answered');
    assert.equal(await say({ kind: 'removed' }), 'answered');
  });
});
