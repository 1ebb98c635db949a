import assert from 'node:assert/strict';
import { ROUTES } from '../../bot/api/contract.ts';
import type { RouteName } from '../../bot/api/contract.ts';
import { newId } from '../../bot/new-id.ts';
import { setManagers } from '../../bot/store/people.ts';
import { NOW } from '../helpers/builders.ts';
import type { Answered } from './client.ts';
import { openCompany } from './company.ts';
import type { Company, Part } from './company.ts';
import { ORACLE, PARTS } from './oracle.ts';

const NAMES = Object.keys(ROUTES) as RouteName[];

/** An answer without what differs from one request to the next. */
function comparable({ status, body, headers }: Answered): unknown {
  const kept = [...headers].filter(([name]) => name !== 'date' && name !== 'content-length');
  return {
    status,
    headers: kept,
    body: JSON.parse(JSON.stringify(body).replace(/"reference":"[^"]+"/, '"reference":""')),
  };
}

async function asks(company: Company, name: RouteName, part: Part | null, id?: string): Promise<Answered> {
  const expected = ORACLE[name];
  const address = ROUTES[name].replace(':id', id ?? expected.id?.(company) ?? '');
  return company.ask(address, {
    token: part === null ? null : company.tokenOf(part),
    ...(expected.body === undefined ? {} : { body: expected.body(company) }),
  });
}

describe('who may do what over HTTP', () => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany();
  });
  afterEach(() => company.close());

  for (const name of NAMES) {
    const { allowed, id } = ORACLE[name];
    it(`${name}: ${allowed.length === PARTS.length ? 'everyone for themselves' : allowed.join(', ')}`, async () => {
      // What is not there at all; routes without an id are compared with an address that is not served.
      const absent =
        id === undefined
          ? await company.ask('GET /api/nothing', { token: company.tokenOf('outsider') })
          : await asks(company, name, 'outsider', newId());
      assert.equal(absent.status, 404);
      for (const part of PARTS.filter((one) => !allowed.includes(one))) {
        const answer = await asks(company, name, part);
        assert.deepEqual(comparable(answer), comparable(absent), part);
      }
      for (const part of allowed) {
        const { status, text } = await asks(company, name, part);
        assert.ok(status === 200 || status === 409, `${part}: ${status} ${text}`);
      }
    });

    it(`${name}: nobody without a sign-in, and nobody who has left the company`, async () => {
      assert.equal((await asks(company, name, null)).status, 401);
      assert.equal((await asks(company, name, 'left')).status, 403);
    });
  }

  it('keeps a proposal that has not been sent from those who are in it', async () => {
    for (const part of ['mentor', 'askedToo'] as const) {
      assert.equal((await asks(company, 'answerProposal', part, company.draft.id)).status, 404);
    }
    const { text } = await asks(company, 'mySpace', 'askedToo');
    assert.ok(!text.includes(company.draft.id) && text.includes(company.proposal.id));
  });

  it('lets a coordinator into her own programme only', async () => {
    const own = await asks(company, 'programme', 'elsewhere', company.otherProgramme);
    assert.equal(own.status, 200);
    assert.equal((await asks(company, 'programme', 'coordinator', company.otherProgramme)).status, 404);
  });

  it('follows a change of coordinator on the next request', async () => {
    const { programme, people, store } = company;
    assert.equal((await asks(company, 'programme', 'outsider')).status, 404);
    await store.transaction(async (tx) => {
      await tx.programmes.addCoordinator(programme, people.outsider.id, people.coordinator.id, NOW);
      await tx.programmes.removeCoordinator(programme, people.coordinator.id);
    });
    assert.equal((await asks(company, 'programme', 'outsider')).status, 200);
    assert.equal((await asks(company, 'programme', 'coordinator')).status, 404);
    assert.equal((await asks(company, 'sendRound', 'coordinator')).status, 404);
  });

  it('follows a change of manager on the next request', async () => {
    const { people, store } = company;
    await store.write((db) =>
      setManagers(
        db,
        new Map([
          [people.mentee.id, people.outsider.id],
          [people.asked.id, people.outsider.id],
        ]),
      ),
    );
    assert.equal((await asks(company, 'team', 'boss')).status, 404);
    assert.equal((await asks(company, 'team', 'outsider')).status, 200);
  });
});
