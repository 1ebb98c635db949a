import type {
  AuditChain,
  AuditRow,
  CoordinatorRow,
  DeliveryView,
  Me,
  MySpace,
  PreferencesBody,
  ProgrammeOverview,
  RoundDetail,
} from '../../../bot/api/contract.ts';
import type { Locale } from '../../../bot/core/person.ts';
import { fullSpace } from './my-space.ts';
import { oversight } from './oversight.ts';
import { person } from './people.ts';
import { CALM, previewedRound, RUNNING } from './programme.ts';

/** Everything that a test may set before, or find changed after. */
export interface World {
  space: MySpace;
  programme: ProgrammeOverview;
  rounds: RoundDetail[];
  delivery: DeliveryView;
  erased: boolean;
  coordinators: CoordinatorRow[];
  audit: AuditRow[];
  chain: AuditChain;
}

export function newWorld(locale: Locale): World {
  const sent: RoundDetail = {
    ...previewedRound('round-1'),
    state: 'sent',
    createdAt: '2026-10-05T09:00:00.000Z',
    sentAt: '2026-10-06T07:00:00.000Z',
  };
  return {
    space: fullSpace(locale),
    programme: RUNNING,
    rounds: [sent],
    delivery: CALM,
    erased: false,
    ...oversight(),
  };
}

/** Who asks, by the place in the cast: only the second manages, only the third coordinates, only the fourth is IT. */
export function meOf(personId: string, world: World): Me {
  const { locale, timeZone } = world.space.preferences;
  return {
    person: { ...person(Number(personId.slice(1))), locale, timeZone },
    manager: personId === 'p1',
    coordinates: personId === 'p2' ? [{ id: world.programme.id, name: world.programme.name }] : [],
    operates: personId === 'p3' ? [{ id: world.programme.id, name: world.programme.name }] : [],
    programme: { id: world.programme.id, name: world.programme.name },
    member: world.space.membership?.state ?? null,
  };
}

export function withPreferences(world: World, preferences: PreferencesBody): void {
  world.space = { ...world.space, preferences };
}
