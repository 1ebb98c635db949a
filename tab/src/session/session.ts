import type { Signed } from '../api/client.ts';
import type { ThemeSource } from '../teams/theme.ts';

/** Someone signed in, and what surrounds them: how it looks there, and the place that brought them here. */
export interface Session {
  readonly signed: Signed;
  readonly theme: ThemeSource;
  /** BCP 47, as the host says; null where the browser's language holds. The person's own choice comes with `me`. */
  readonly language: string | null;
  /** Where a link in Teams points to: `programme/rounds`. */
  readonly place: string | null;
}
