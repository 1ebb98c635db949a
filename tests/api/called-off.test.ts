import assert from 'node:assert/strict';
import { once } from 'node:events';
import { openCompany } from './company.ts';

describe('a round that somebody waits for', () => {
  it('is called off when they hang up, and nothing is saved', async () => {
    const begun = new EventTarget();
    let reason: unknown = null;
    const company = await openCompany({
      pair: async (_input, options) => {
        begun.dispatchEvent(new Event('pair'));
        const { signal } = options ?? {};
        assert.ok(signal !== undefined);
        await once(signal, 'abort');
        reason = signal.reason;
        throw signal.reason;
      },
    });
    try {
      const rounds = (): Promise<unknown> =>
        company.store.reads.rounds.ofProgramme(company.programme, 10).then((all) => all.map(({ id }) => id));
      const before = await rounds();
      const hangUp = new AbortController();
      const pairing = once(begun, 'pair');
      const asked = company.ask(`POST /api/programmes/${company.programme}/rounds`, {
        token: company.tokenOf('coordinator'),
        signal: hangUp.signal,
      });
      await pairing;
      hangUp.abort();
      await assert.rejects(asked, { name: 'AbortError' });
      while (!company.logged().includes('called-off')) await new Promise(setImmediate);
      assert.ok(reason instanceof Error);
      assert.deepEqual(await rounds(), before);
      assert.ok(!company.logged().includes('request failed'), company.logged());
    } finally {
      await company.close();
    }
  });

  it('is not called off by an answer that came', async () => {
    const signals: AbortSignal[] = [];
    const company = await openCompany({
      pair: (_input, options) => {
        if (options?.signal !== undefined) signals.push(options.signal);
        return Promise.reject(new Error('no pair'));
      },
    });
    try {
      const token = company.tokenOf('coordinator');
      await company.ask(`POST /api/programmes/${company.programme}/rounds`, { token });
      await company.ask('GET /api/me', { token });
      assert.deepEqual(
        signals.map((signal) => signal.aborted),
        [false],
      );
    } finally {
      await company.close();
    }
  });
});
