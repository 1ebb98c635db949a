import { checkInRoutes } from './check-in-routes.ts';
import { dataRoutes, memberRoutes } from './member-routes.ts';
import { onboardingRoutes } from './onboarding-routes.ts';
import { pairingRoutes } from './pairing-routes.ts';
import { proposalRoutes } from './proposal-routes.ts';
import type { Route, Routes } from './route.ts';

/** Every button of every card, by its verb. */
export const ROUTES: Routes = {
  ...onboardingRoutes,
  ...memberRoutes,
  ...dataRoutes,
  ...proposalRoutes,
  ...pairingRoutes,
  ...checkInRoutes,
};

const byVerb: ReadonlyMap<string, Route> = new Map(Object.entries(ROUTES));

/** The route of a verb as it came; null for one that no card has. */
export function routeOf(verb: string): Route | null {
  return byVerb.get(verb) ?? null;
}
