import { Problem } from '../api/problem.ts';
import { keepToken } from '../session/keep-token.ts';
import type { Session } from '../session/session.ts';
import { browserTheme } from '../teams/theme.ts';

export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly role: 'employee' | 'manager' | 'coordinator' | 'it';
}

export interface DemoPeople {
  readonly people: readonly DemoPerson[];
  readonly signedIn: string | null;
}

const KEPT_AS = 'alongside-demo-person';

/** Who one can be in the demonstration; null where this is no demonstration. */
export async function demoPeople(): Promise<DemoPeople | null> {
  const response = await fetch('/demo/people').catch(() => null);
  if (!response) throw new Problem({ code: 'offline', status: 0, message: '', reference: null });
  if (response.status === 404) return null;
  if (!response.ok)
    throw new Problem({ code: 'fault', status: response.status, message: '', reference: null });
  return (await response.json()) as DemoPeople;
}

/** Whom this browser tab was last, if that person is still there. */
export function keptPerson(people: DemoPeople): DemoPerson | null {
  const kept = sessionStorage.getItem(KEPT_AS);
  return people.people.find((person) => person.personId === kept) ?? null;
}

export function keepPerson(person: DemoPerson): void {
  sessionStorage.setItem(KEPT_AS, person.personId);
}

export function forgetPerson(): void {
  sessionStorage.removeItem(KEPT_AS);
}

/** A session of the demonstration, its token fetched when first needed. */
export function demoSession(person: DemoPerson): Session {
  const signed = keepToken(async () => {
    const response = await fetch('/demo/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: person.personId }),
    });
    if (!response.ok) throw new Error('the demonstration does not know this person');
    const answer = (await response.json()) as { token: string; expiresAt: string };
    return { token: answer.token, expiresAt: Date.parse(answer.expiresAt) };
  });
  return { signed, theme: browserTheme(), language: null, place: null };
}
