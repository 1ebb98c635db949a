import { useRef } from 'react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  DeliveryView,
  HelpContactsBody,
  Page,
  PageQuery,
  ProgrammeOverview,
  ProgrammePairing,
  ProgrammePerson,
  RoundDetail,
  ResendBody,
  RoundRow,
  SettingsBody,
} from '../../../../bot/api/contract.ts';
import { useCall } from '../../api/call-context.tsx';
import type { Call } from '../../api/client.ts';

/** Rows of a list at a time, and of proposals, which are taller. */
export const PAGE = 25;
export const PROPOSALS_PAGE = 12;

export function useProgramme(id: string) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', id, 'overview'],
    queryFn: async ({ signal }) => call<ProgrammeOverview>('programme', { params: { id }, signal }),
  });
}

export function useProgrammePeople(id: string, query: PageQuery) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', id, 'people', query],
    queryFn: async ({ signal }) =>
      call<Page<ProgrammePerson>>('programmePeople', { params: { id }, query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useProgrammePairings(id: string, query: PageQuery) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', id, 'pairings', query],
    queryFn: async ({ signal }) =>
      call<Page<ProgrammePairing>>('programmePairings', { params: { id }, query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** How sending goes at this moment. */
export function useDelivery(id: string) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', id, 'delivery'],
    queryFn: async ({ signal }) => call<DeliveryView>('programmeDelivery', { params: { id }, signal }),
  });
}

/** The newest rounds; the server gives no more than fifty. */
export function useRounds(id: string) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', id, 'rounds'],
    queryFn: async ({ signal }) => call<Page<RoundRow>>('programmeRounds', { params: { id }, signal }),
  });
}

export function useRound(programme: string, id: string, query: PageQuery) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', programme, 'round', id, query],
    queryFn: async ({ signal }) =>
      call<RoundDetail>('round', { params: { id }, query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** One change to a programme; everything shown of it is read anew. */
function useChange<Input, Answer>(id: string, send: (call: Call, input: Input) => Promise<Answer>) {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (input: Input) => send(call, input),
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['programme', id] }),
  });
}

export const useChangeSettings = (id: string) =>
  useChange<SettingsBody, unknown>(id, async (call, body) =>
    call('changeProgramme', { params: { id }, body }),
  );

export const useChangeHelpContacts = (id: string) =>
  useChange<HelpContactsBody, unknown>(id, async (call, body) =>
    call('changeHelpContacts', { params: { id }, body }),
  );

export const useStartProgramme = (id: string) =>
  useChange<void, unknown>(id, async (call) => call('startProgramme', { params: { id } }));

/** A preview, which in a large company takes a while and can be called off: then nothing is saved. */
export function usePreviewRound(id: string) {
  const calledOff = useRef<AbortController | null>(null);
  const preview = useChange<void, Pick<RoundRow, 'id'>>(id, async (call) => {
    calledOff.current = new AbortController();
    return call('previewRound', { params: { id }, signal: calledOff.current.signal });
  });
  const callOff = (): void => {
    calledOff.current?.abort();
    preview.reset();
  };
  return { preview, callOff };
}

export const useSendRound = (programme: string) =>
  useChange<string, unknown>(programme, async (call, id) => call('sendRound', { params: { id } }));

export const useDiscardRound = (programme: string) =>
  useChange<string, unknown>(programme, async (call, id) => call('discardRound', { params: { id } }));

export const useResend = (programme: string) =>
  useChange<ResendBody & { readonly id: string }, unknown>(programme, async (call, { id, reason }) =>
    call('resendMessage', { params: { id }, body: { reason } }),
  );
