import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { PairingInput } from '../../../bot/core/pairing/input.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import type { Remedy, RuleChange } from '../../../bot/core/round.ts';
import { anInput, aPoolMember, personId, pools, topicId } from '../../helpers/pools.ts';

/** The same round under what a remedy names. */
function apply(input: PairingInput, { also, ...change }: Remedy): PairingInput {
  return [change, ...(also === undefined ? [] : [also])].reduce(withChange, input);
}

function withChange(input: PairingInput, { rule, from, to }: RuleChange): PairingInput {
  const { stepsAhead } = input.settings;
  const change =
    rule === 'common-hours'
      ? { commonHours: to }
      : { stepsAhead: to > from ? { ...stepsAhead, max: to } : { ...stepsAhead, min: to } };
  return { ...input, settings: { ...input.settings, ...change } };
}

const far = { timeZone: 'America/Los_Angeles' };
const seeker = aPoolMember('seeker', { freeAsMentor: 0 });
const mentor = (id: string, changes: Parameters<typeof aPoolMember>[1]) =>
  aPoolMember(id, { needs: [], freeAsMentee: 0, ...changes });

describe('explainLeftOut', () => {
  it('counts each rule over those who share a topic', () => {
    const input = anInput([
      seeker,
      mentor('far', far),
      mentor('far-and-foreign', { ...far, languages: ['fr'] }),
      mentor('above', { level: 3 }),
      mentor('elsewhere', { offers: [topicId('other')] }),
    ]);
    const managed = new Map([[personId('seeker'), personId('above')]]);
    const { leftOut } = pairRound({ ...input, pool: { ...input.pool, managerOf: managed } });
    assert.deepEqual(leftOut[0]?.causes, [
      { rule: 'common-hours', count: 2 },
      { rule: 'language', count: 1 },
      { rule: 'reporting-line', count: 1 },
    ]);
  });

  it('never lets on that somebody asked not to be paired', () => {
    const forbidden = [[personId('seeker'), personId('m')] as const];
    const { leftOut } = pairRound(anInput([seeker, mentor('m', {})], { pool: { forbidden } }));
    assert.deepEqual(leftOut, [{ personId: 'seeker', causes: [{ rule: 'topic', count: 1 }], remedies: [] }]);
  });

  it('names the smallest change, and how many would fit then', () => {
    // Nine to five in UTC and in Kolkata share two and a half hours.
    const kolkata = { timeZone: 'Asia/Kolkata' };
    const input = anInput([seeker, mentor('a', kolkata), mentor('b', kolkata), mentor('c', far)]);
    assert.deepEqual(pairRound(input).leftOut[0]?.remedies, [
      { rule: 'common-hours', from: 3, to: 2, count: 2 },
    ]);
  });

  it('names two changes together where no single one is enough', () => {
    const kolkata = { timeZone: 'Asia/Kolkata' };
    const input = anInput([
      { ...seeker, level: 1 },
      mentor('a', { ...kolkata, level: 4 }),
      mentor('b', { ...kolkata, level: 5 }),
      mentor('c', { ...far, level: 4 }),
    ]);
    assert.deepEqual(pairRound(input).leftOut[0]?.remedies, [
      {
        rule: 'step-ahead',
        from: 2,
        to: 3,
        count: 1,
        also: { rule: 'common-hours', from: 3, to: 2 },
      },
    ]);
  });

  it('asks for one more place where all who fit are taken', () => {
    const input = anInput([
      seeker,
      aPoolMember('other', { freeAsMentor: 0, roundsWaited: 1 }),
      mentor('m', {}),
    ]);
    const { causes, remedies } = pairRound(input).leftOut[0] ?? { causes: [], remedies: [] };
    assert.deepEqual(causes, [{ rule: 'capacity', count: 2 }]);
    assert.deepEqual(remedies.at(-1), { rule: 'capacity', from: 0, to: 1, count: 2 });
  });

  it('names only changes that pair one more, with nobody else losing theirs', () => {
    let [tried, together] = [0, 0];
    fc.assert(
      fc.property(pools({ size: 8, mode: 'mentoring' }), (input) => {
        const { leftOut, figures } = pairRound(input);
        for (const { remedies } of leftOut) {
          for (const remedy of remedies.filter((one) => one.rule !== 'capacity')) {
            tried += 1;
            if (remedy.also !== undefined) together += 1;
            const after = pairRound(apply(input, remedy)).figures;
            assert.ok(after.peoplePaired > figures.peoplePaired);
          }
        }
      }),
      { numRuns: 400 },
    );
    assert.ok(tried > 50 && together > 5, `${tried} tried, ${together} of two`);
  });
});
