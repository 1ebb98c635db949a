import { useCallback, useEffect, useState } from 'react';
import { demoPeople, demoSession, forgetPerson, keepPerson, keptPerson } from '../demo/demo-sign-in.ts';
import type { DemoPeople, DemoPerson } from '../demo/demo-sign-in.ts';
import { connectToTeams, insideHost } from '../teams/host.ts';
import { browserTheme } from '../teams/theme.ts';
import type { Session } from './session.ts';

export type StartState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'no-host' }
  | { readonly kind: 'open-in-teams' }
  | { readonly kind: 'broken'; readonly error: unknown }
  | { readonly kind: 'choose'; readonly people: DemoPeople }
  | { readonly kind: 'signed-in'; readonly id: string; readonly session: Session };

export interface Start {
  readonly state: StartState;
  readonly again: () => void;
  readonly become: (person: DemoPerson) => void;
}

/** Finds out where the tab runs and signs in there: Teams around us, else the demonstration, else nowhere. */
export function useStart(): Start {
  const [state, setState] = useState<StartState>({ kind: 'starting' });
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  const change = useCallback(() => {
    forgetPerson();
    again();
  }, [again]);
  useEffect(() => {
    let current = true;
    setState({ kind: 'starting' });
    void begin(change).then((next) => current && setState(next));
    return () => {
      current = false;
    };
  }, [attempt, change]);
  const become = useCallback(
    (person: DemoPerson) => {
      keepPerson(person);
      setState(signedInAs(person, change));
    },
    [change],
  );
  return { state, again, become };
}

async function begin(change: () => void): Promise<StartState> {
  if (insideHost()) {
    try {
      return { kind: 'signed-in', id: 'teams', session: await connectToTeams() };
    } catch {
      return { kind: 'no-host' };
    }
  }
  try {
    const people = await demoPeople();
    if (!people) return { kind: 'open-in-teams' };
    const kept = keptPerson(people);
    return kept ? signedInAs(kept, change) : { kind: 'choose', people };
  } catch (error) {
    return { kind: 'broken', error };
  }
}

function signedInAs(person: DemoPerson, change: () => void): StartState {
  const around = { theme: browserTheme(), language: navigator.language, place: null };
  return { kind: 'signed-in', id: person.personId, session: demoSession(person, around, change) };
}
