import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Corrected,
  CorrectionBody,
  Page,
  ProgrammePerson,
  RoundComparison,
  RoundFairness,
  WeightSuggestion,
} from '../../../../bot/api/contract.ts';
import { useCall } from '../../api/call-context.tsx';
import type { Settings } from './settings-draft.ts';

/** A round under these settings beside the one under the programme's own. Nothing is saved. */
export function useComparison(programme: string) {
  const call = useCall();
  return useMutation({
    mutationFn: async (settings: Settings) =>
      call<RoundComparison>('compareSettings', { params: { id: programme }, body: { settings } }),
  });
}

/** One decision about two people of a preview, which is another one afterwards. */
export function useCorrectRound(programme: string, round: string) {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: CorrectionBody) =>
      call<Corrected>('correctRound', { params: { id: round }, body }),
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['programme', programme] }),
  });
}

/** Members by the start of their names; asked only once something is typed. */
export function useMembersNamed(programme: string, search: string) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', programme, 'members-named', search],
    queryFn: async ({ signal }) =>
      call<Page<ProgrammePerson>>('programmePeople', {
        params: { id: programme },
        query: { search, limit: 8 },
        signal,
      }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
}

/** How fairly the last rounds went. */
export function useRoundsOverTime(programme: string) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', programme, 'rounds-over-time'],
    queryFn: async ({ signal }) =>
      call<Page<RoundFairness>>('roundsOverTime', { params: { id: programme }, signal }),
  });
}

/** What people's answers suggest for the weights. */
export function useSuggestedWeights(programme: string) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', programme, 'suggested-weights'],
    queryFn: async ({ signal }) =>
      call<WeightSuggestion>('suggestedWeights', { params: { id: programme }, signal }),
  });
}
