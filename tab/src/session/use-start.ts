import { useCallback, useEffect, useRef, useState } from 'react';
import { demoPeople, demoSession, forgetPerson, keepPerson, keptPerson } from '../demo/demo-sign-in.ts';
import type { DemoPeople, DemoPerson } from '../demo/demo-sign-in.ts';
import { Problem } from '../api/problem.ts';
import { insideHost } from '../teams/inside-host.ts';
import type { Session } from './session.ts';

export type StartState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'no-host' }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'open-in-teams' }
  | { readonly kind: 'broken'; readonly error: unknown }
  | { readonly kind: 'choose'; readonly people: DemoPeople }
  | { readonly kind: 'in-teams'; readonly session: Session }
  | { readonly kind: 'in-demo'; readonly session: Session; readonly personId: string };

export interface Start {
  readonly state: StartState;
  readonly again: () => void;
  readonly become: (person: DemoPerson) => void;
  /** Back to choosing whom one plays. */
  readonly change: () => void;
}

/** Finds out where the tab runs and signs in there: Teams around us, else the demonstration, else nowhere. */
export function useStart(): Start {
  const [state, setState] = useState<StartState>({ kind: 'starting' });
  const attempts = useRef(0);
  const run = useCallback(async () => {
    attempts.current += 1;
    const mine = attempts.current;
    const next = await begin();
    // A later attempt has overtaken this one.
    if (attempts.current === mine) setState(next);
  }, []);
  const again = useCallback(() => {
    setState({ kind: 'starting' });
    void run();
  }, [run]);
  useEffect(() => {
    void run();
  }, [run]);
  const become = useCallback((person: DemoPerson) => {
    keepPerson(person);
    setState(inDemo(person));
  }, []);
  const change = useCallback(() => {
    forgetPerson();
    again();
  }, [again]);
  return { state, again, become, change };
}

async function begin(): Promise<StartState> {
  if (insideHost()) {
    try {
      // Nobody outside of Teams needs its library.
      const { connectToTeams } = await import('../teams/host.ts');
      return { kind: 'in-teams', session: await connectToTeams() };
    } catch (error) {
      return error instanceof Problem ? { kind: 'not-signed-in' } : { kind: 'no-host' };
    }
  }
  try {
    const people = await demoPeople();
    if (!people) return { kind: 'open-in-teams' };
    const kept = keptPerson(people);
    return kept ? inDemo(kept) : { kind: 'choose', people };
  } catch (error) {
    return { kind: 'broken', error };
  }
}

function inDemo(person: DemoPerson): StartState {
  return { kind: 'in-demo', personId: person.personId, session: demoSession(person) };
}
