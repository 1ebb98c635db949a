import type { PreviewDeps } from '../actions/preview-round.ts';
import type { Rate } from '../core/allowance.ts';
import type { Locale, Person } from '../core/person.ts';
import type { Authenticator } from './auth/authenticator.ts';
import type { HttpLog } from './http/serve.ts';

/** What the API stands on: the store and the clock, how a round is computed, and who verifies a sign-in. */
export interface ApiDeps extends PreviewDeps {
  readonly verify: Authenticator;
  /** Entra object ids of those who look after the service. Nobody where absent. */
  readonly operators?: ReadonlySet<string>;
  /** How much one person may ask; the tab's rate where nothing else is said. */
  readonly rate?: Rate;
  readonly log: HttpLog;
}

/** Someone known, asking in a language. */
export interface Asker {
  readonly deps: ApiDeps;
  readonly person: Person;
  readonly locale: Locale;
}
