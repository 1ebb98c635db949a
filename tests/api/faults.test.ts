import assert from 'node:assert/strict';
import type { ErrorAnswer } from '../../bot/api/contract.ts';
import { openCompany } from './company.ts';

const CANARY = 'kanarienvogel-7f3a';

describe('a fault of ours', () => {
  it('goes out as a reference, and what was said goes neither out nor into the log', async () => {
    const company = await openCompany({
      pair: () => Promise.reject(new Error(`cannot pair: "${CANARY}" in select * from people`)),
    });
    try {
      const answer = await company.ask(`POST /api/programmes/${company.programme}/rounds`, {
        token: company.tokenOf('coordinator'),
      });
      const { error } = answer.body as ErrorAnswer;
      assert.deepEqual([answer.status, error.code, error.facts], [500, 'fault', {}]);
      assert.ok(error.message.includes(error.reference));
      assert.ok(company.logged().includes(error.reference), 'support can find it');
      assert.ok(company.logged().includes('faults.test.ts'), 'and see where it arose');
      assert.ok(!answer.text.includes(CANARY) && !company.logged().includes(CANARY));
    } finally {
      await company.close();
    }
  });

  it('keeps what people send out of the log when it is refused', async () => {
    const company = await openCompany();
    try {
      const token = company.tokenOf('mentee');
      await company.ask('PUT /api/my-space/topics', { token, raw: `{"${CANARY}` });
      await company.ask('PUT /api/my-space/topics', { token, body: { side: CANARY, [CANARY]: CANARY } });
      await company.ask(`GET /api/topics?${CANARY}=${CANARY}`, { token });
      await company.ask(`GET /api/${CANARY}`, { token });
      await company.ask(`POST /api/pairings/${CANARY}/end`, { token });
      await company.ask('GET /api/me', { token: CANARY });
      assert.ok(company.logged().includes('malformed'));
      assert.ok(!company.logged().includes(CANARY), company.logged());
    } finally {
      await company.close();
    }
  });

  it('in the store says nothing of the store', async () => {
    const company = await openCompany();
    await company.store.close();
    const answer = await company.ask('GET /api/me', { token: company.tokenOf('mentee') });
    assert.ok(answer.status === 500 || answer.status === 503, answer.text);
    assert.doesNotMatch(answer.text, /sqlite|database|kysely|driver/i);
    await company.close().catch(() => undefined);
  });
});
