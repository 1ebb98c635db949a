import assert from 'node:assert/strict';
import { ROUTES } from '../../bot/api/contract.ts';
import type { DeliveryView } from '../../bot/api/contract.ts';
import { openCompany } from './company.ts';
import type { Company } from './company.ts';

describe('how sending goes, over HTTP', () => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany();
  });
  afterEach(() => company.close());
  const asks = (route: string, id: string, body?: unknown) =>
    company.ask(route.replace(':id', id), {
      token: company.tokenOf('coordinator'),
      ...(body === undefined ? {} : { body }),
    });
  const view = async (): Promise<DeliveryView> => {
    const { body } = await asks(ROUTES.programmeDelivery, company.programme);
    return body as DeliveryView;
  };

  it('tells every state, and names those who may not have been told', async () => {
    const { states, unclear, pausedUntil, perSecond } = await view();
    assert.equal(states.unknown, 1);
    assert.deepEqual(
      unclear.map(({ id, person }) => [id, person.name]),
      [[company.unclear, 'Mira Mentor']],
    );
    assert.deepEqual([pausedUntil, perSecond], [null, 0]);
  });

  it('sends again on somebody’s word, once, and keeps whose word it was and why', async () => {
    const again = await asks(ROUTES.resendMessage, company.unclear, { reason: 'not-received' });
    assert.equal(again.status, 200);
    const { states, unclear, oldestDueAt } = await view();
    assert.deepEqual([states.unknown, states.due, unclear.length], [0, 1, 0]);
    assert.ok(oldestDueAt !== null);
    assert.equal((await asks(ROUTES.resendMessage, company.unclear, { reason: 'outage' })).status, 409);
    const { entries } = await company.store.reads.privacy.audit(company.programme, { offset: 0, limit: 10 });
    const kept = entries.filter(({ action }) => action === 'resend-message');
    assert.deepEqual(
      kept.map(({ actor, object }) => [actor, object]),
      [[company.people.coordinator.id, `${company.unclear} not-received`]],
    );
  });

  it('does not send again without a reason that it knows', async () => {
    for (const body of [{}, { reason: 'because' }, { reason: 'outage', and: 'more' }])
      assert.equal((await asks(ROUTES.resendMessage, company.unclear, body)).status, 400);
    assert.equal((await view()).states.unknown, 1);
  });
});
