import type { Deps } from '../core/deps.ts';
import type { Person } from '../core/person.ts';
import type { Cast } from './cast.ts';
import type { Playground } from './playground.ts';
import type { DemoState } from './routes.ts';
import { DEMO_TENANT } from '../demo-tenant.ts';

const part = (role: string, person: Person) => ({
  personId: person.id,
  name: person.displayName,
  role,
});

/** What the demonstration's first page shows. */
export async function demoState(deps: Deps, cast: Cast, windows: readonly Playground[]): Promise<DemoState> {
  return {
    people: await deps.store.reads.people.count(DEMO_TENANT),
    programme: cast.programme.name,
    now: deps.now().toISOString(),
    timeZone: cast.newcomer.timeZone,
    playgrounds: windows.map(({ user, url }) => ({ name: user.name, url })),
    cast: [
      part('employee', cast.newcomer),
      part('manager', cast.manager),
      part('coordinator', cast.coordinator),
    ],
  };
}
