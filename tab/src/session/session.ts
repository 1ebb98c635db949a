import type { Signed } from '../api/client.ts';
import type { ThemeSource } from '../teams/theme.ts';

/** Where the tab runs, what it looks like there, and which language it starts in. */
export interface Surroundings {
  readonly theme: ThemeSource;
  /** BCP 47; the person's own choice comes with the first answer of the server. */
  readonly language: string;
  /** The place a link points to, where the host knows it: `programme/rounds`. */
  readonly place: string | null;
}

/** Someone signed in. In the demonstration one may become someone else. */
export interface Session extends Surroundings {
  readonly signed: Signed;
  readonly change: (() => void) | null;
}
