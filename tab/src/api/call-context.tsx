import { createContext, useContext } from 'react';
import type { Call } from './client.ts';

const CallContext = createContext<Call | null>(null);

export const CallProvider = CallContext.Provider;

/** The client of whoever is signed in. */
export function useCall(): Call {
  const call = useContext(CallContext);
  if (!call) throw new Error('useCall outside of a session');
  return call;
}
