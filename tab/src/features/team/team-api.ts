import { useQuery } from '@tanstack/react-query';
import type { Team } from '../../../../bot/api/contract.ts';
import { useCall } from '../../api/call-context.tsx';

export function useTeam() {
  const call = useCall();
  return useQuery({ queryKey: ['team'], queryFn: async ({ signal }) => call<Team>('team', { signal }) });
}
