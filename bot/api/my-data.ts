import { eraseMyData as erase } from '../actions/erase-my-data.ts';
import { exportMyData } from '../actions/export-my-data.ts';
import { HEAVY } from '../core/allowance.ts';
import type { MyData } from './contract.ts';
import { route } from './route.ts';

export const myData = route({
  may: 'export-own',
  of: 'self',
  cost: HEAVY,
  handle: async ({ deps, person }): Promise<MyData> => {
    const { exportedAt, tables } = await exportMyData(deps, { personId: person.id });
    return { exportedAt: exportedAt.toISOString(), tables };
  },
});

export const eraseMyData = route({
  may: 'erase-own',
  of: 'self',
  handle: ({ deps, person }) => erase(deps, { personId: person.id }),
});
