import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { advance } from '../../../bot/core/conversation/advance.ts';
import type { Change, ConversationEvent, MemberFacts, Show } from '../../../bot/core/conversation/advance.ts';
import { NEW_DIALOG, PARTS, readDialog } from '../../../bot/core/conversation/dialog.ts';
import type { Dialog } from '../../../bot/core/conversation/dialog.ts';
import { asId } from '../../../bot/core/ids.ts';
import type { TopicId } from '../../../bot/core/ids.ts';
import { DEFAULT_HOURS } from '../../../bot/core/person.ts';

const topic = (name: string): TopicId => asId(name);
const [rust, burnout, career] = [topic('rust'), topic('burnout'), topic('career')];

/** A member as the changes leave them. */
interface Kept {
  readonly joined: boolean;
  readonly offers: readonly TopicId[];
  readonly needs: readonly TopicId[];
  readonly others: Readonly<Record<string, unknown>>;
}

const NOBODY: Kept = { joined: false, offers: [], needs: [], others: {} };

function keep(kept: Kept, change: Change): Kept {
  if (change.kind === 'join') return { ...kept, joined: true };
  if (change.kind !== 'topics') return { ...kept, others: { ...kept.others, [change.kind]: change } };
  return change.side === 'offer' ? { ...kept, offers: change.topics } : { ...kept, needs: change.topics };
}

function run(events: readonly ConversationEvent[]): { dialog: Dialog; kept: Kept; show: Show } {
  let [dialog, kept, show]: [Dialog, Kept, Show] = [NEW_DIALOG, NOBODY, { kind: 'welcome' }];
  for (const event of events) {
    const facts: MemberFacts = kept;
    const result = advance(dialog, event, facts);
    kept = result.changes.reduce(keep, kept);
    // As a restart between any two turns would leave it.
    dialog = readDialog(JSON.parse(JSON.stringify(result.dialog)));
    show = result.show;
  }
  return { dialog, kept, show };
}

const add = (side: 'offer' | 'need', ...chosen: TopicId[]): ConversationEvent => ({
  kind: 'choose',
  side,
  shown: [],
  chosen,
});

const ANSWERS: readonly ConversationEvent[] = [
  add('offer', rust),
  add('offer', burnout),
  add('need', career),
  { kind: 'capacity', capacity: 2 },
  { kind: 'rhythm', rhythm: 'monthly' },
  { kind: 'hours', hours: DEFAULT_HOURS },
  { kind: 'languages', languages: ['en'] },
];

const plain = (of: Kept) => ({ ...of, offers: new Set(of.offers), needs: new Set(of.needs) });

describe('the conversation as a state machine', () => {
  it('asks each question once, in order, and ends with the summary', () => {
    const asked: string[] = [];
    let dialog = advance(NEW_DIALOG, { kind: 'join' }, { joined: false, offers: [], needs: [] }).dialog;
    for (const part of PARTS) {
      assert.equal(dialog.asking, part);
      asked.push(part);
      dialog = advance(dialog, { kind: 'skip', part }, { joined: true, offers: [], needs: [] }).dialog;
    }
    assert.deepEqual(asked, [...PARTS]);
    assert.deepEqual([dialog.onboarding, dialog.asking], [false, null]);
  });

  it('reaches the same member and the summary by any order of answers', () => {
    const inOrder = run([{ kind: 'join' }, ...ANSWERS]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...ANSWERS], { minLength: ANSWERS.length }), (answers) => {
        const { kept, show } = run([{ kind: 'join' }, ...answers]);
        assert.deepEqual(plain(kept), plain(inOrder.kept));
        assert.deepEqual(show, { kind: 'summary' });
      }),
    );
  });

  it('changes nothing for somebody who has not joined', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ANSWERS]), (answers) => {
        assert.deepEqual(run(answers).kept, NOBODY);
      }),
    );
  });

  it('keeps no more than stages and ids, whatever happens', () => {
    const event = fc.constantFrom<ConversationEvent>(
      ...ANSWERS,
      { kind: 'join' },
      { kind: 'found', side: null, topics: [rust] },
      { kind: 'found', side: 'need', topics: [career, burnout] },
      { kind: 'skip', part: null },
      { kind: 'skip', part: 'needs' },
      { kind: 'ask', part: 'hours' },
      { kind: 'confirm', what: 'leave' },
      { kind: 'never-mind' },
      { kind: 'go-on' },
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const { dialog } = run(events);
        assert.deepEqual(Object.keys(dialog).sort(), Object.keys(NEW_DIALOG).sort());
        assert.ok(JSON.stringify(dialog).length < 400);
        assert.ok(dialog.candidates.every((id) => [rust, burnout, career].includes(id)));
      }),
    );
  });

  it('asks about what was found before joining as soon as somebody joins', () => {
    const { show, dialog } = run([{ kind: 'found', side: 'offer', topics: [burnout] }, { kind: 'join' }]);
    assert.deepEqual(show, { kind: 'candidates' });
    assert.deepEqual([dialog.candidates, dialog.side], [[burnout], 'offer']);
  });

  it('takes topics as an answer to the question asked, unless the words say otherwise', () => {
    const asked = run([{ kind: 'join' }, { kind: 'found', side: null, topics: [rust] }]);
    assert.equal(asked.dialog.side, 'offer');
    const said = run([{ kind: 'join' }, { kind: 'found', side: 'need', topics: [rust] }]);
    assert.equal(said.dialog.side, 'need');
    const later = run([{ kind: 'join' }, ...ANSWERS, { kind: 'found', side: null, topics: [rust] }]);
    assert.equal(later.dialog.side, null);
  });

  it('goes back to the question when none of what was found is right', () => {
    const { show, kept } = run([
      { kind: 'join' },
      { kind: 'found', side: null, topics: [rust] },
      { kind: 'skip', part: null },
    ]);
    assert.deepEqual(show, { kind: 'question', part: 'offers' });
    assert.deepEqual(kept.offers, []);
  });

  it('takes away what a card showed and was not ticked, and nothing else', () => {
    const { kept } = run([
      { kind: 'join' },
      add('offer', rust, burnout, career),
      { kind: 'choose', side: 'offer', shown: [rust, burnout], chosen: [burnout] },
    ]);
    assert.deepEqual(new Set(kept.offers), new Set([burnout, career]));
  });

  it('begins anew where a saved state cannot be read', () => {
    for (const state of [null, 7, 'x', {}, { ...NEW_DIALOG, asking: 'shoe size' }]) {
      assert.deepEqual(readDialog(state), NEW_DIALOG);
    }
  });
});
