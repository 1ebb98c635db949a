import assert from 'node:assert/strict';
import type { RouteName } from '../../bot/api/contract.ts';
import { NO_TEAM } from '../fakes/api/groups.ts';
import { DRAFT } from '../fakes/api/programme.ts';
import { tabBench } from './tab-bench.ts';

/** Each list and view with the route that feeds it. */
const VIEWS: readonly (readonly [route: RouteName, who: string, place: string])[] = [
  ['me', 'p0', 'my-space'],
  ['mySpace', 'p0', 'my-space'],
  ['myMoods', 'p0', 'my-space'],
  ['team', 'p1', 'team'],
  ['programme', 'p2', 'programme'],
  ['programmePeople', 'p2', 'programme/people'],
  ['programmePairings', 'p2', 'programme/pairings'],
  ['programmeRounds', 'p2', 'programme/rounds'],
  ['round', 'p2', 'programme/rounds/round-1'],
];
const NONE = { give: { rows: [], total: 0 } };

describe('the tab while it loads, when there is nothing, and when something fails', function () {
  this.timeout(60_000);
  const bench = tabBench();

  for (const [route, who, place] of VIEWS) {
    it(`shows that ${route} is on its way, and then what came`, async () => {
      bench.fake.twists.set(route, 'slow');
      const page = await bench.open(who, place);
      await page.getByLabel('Loading').first().waitFor();
      await page.getByLabel('Loading').first().waitFor({ state: 'detached' });
      assert.equal(await page.getByRole('alert').count(), 0);
    });

    it(`says that ${route} failed, with a reference, and tries again`, async () => {
      bench.fake.twists.set(route, 'fault');
      const page = await bench.open(who, place);
      const alert = page.getByRole('alert');
      await alert.getByText('ref-4711').waitFor();
      bench.fake.twists.clear();
      await alert.getByRole('button', { name: 'Try again' }).click();
      await alert.waitFor({ state: 'detached' });
    });
  }

  const EMPTY: readonly (readonly [
    route: RouteName,
    who: string,
    place: string,
    give: unknown,
    words: string,
  ])[] = [
    ['myMoods', 'p0', 'my-space', { moods: [], keptDays: 90 }, 'After your first check-in'],
    ['team', 'p1', 'team', NO_TEAM, 'No figures yet'],
    ['programme', 'p2', 'programme', DRAFT, 'No figures yet'],
    ['programme', 'p2', 'programme/settings', DRAFT, 'Whom can people call?'],
    ['programmePeople', 'p2', 'programme/people', NONE.give, 'Nobody has joined yet'],
    ['programmePairings', 'p2', 'programme/pairings', NONE.give, 'No pairings here'],
    ['programmeRounds', 'p2', 'programme/rounds', NONE.give, 'No round yet'],
  ];
  for (const [route, who, place, give, words] of EMPTY) {
    it(`says what it means that ${place} has nothing from ${route}`, async () => {
      bench.fake.twists.set(route, { give });
      const page = await bench.open(who, place);
      await page.getByText(words).waitFor();
    });
  }

  it('asks again by itself, twice, while the server says that it is busy', async () => {
    bench.fake.twists.set('mySpace', 'busy');
    const page = await bench.open('p0', 'my-space');
    await page.getByRole('alert').getByText('The server says: try-again.').waitFor();
    assert.equal(bench.fake.asked.filter((asked) => asked === 'GET /api/my-space').length, 3);
  });

  it('says in its own words that the server cannot be reached', async () => {
    bench.fake.twists.set('team', 'away');
    const page = await bench.open('p1', 'team');
    await page.getByRole('alert').getByText('We could not reach Alongside').waitFor();
  });

  it('shows a refusal in the words of the server, and changes nothing', async () => {
    bench.fake.twists.set('answerProposal', 'fault');
    const page = await bench.open('p0', 'my-space');
    await page.getByRole('button', { name: 'Yes, introduce us' }).click();
    await page.getByRole('alert').getByText('The server says: fault.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Yes, introduce us' }).isEnabled(), true);
  });
});
