import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../../bot/api/contract.ts';
import { useCall } from '../api/call-context.tsx';

/** Who is signed in and what they may open. */
export function useMe() {
  const call = useCall();
  return useQuery({ queryKey: ['me'], queryFn: async ({ signal }) => call<Me>('me', { signal }) });
}
