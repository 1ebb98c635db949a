import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AnswerBody,
  MembershipBody,
  MyData,
  MyMoods,
  MySpace,
  Page,
  PreferencesBody,
  TopicChip,
  TopicsBody,
} from '../../../../bot/api/contract.ts';
import { useCall } from '../../api/call-context.tsx';
import type { Call } from '../../api/client.ts';

export type Membership = NonNullable<MySpace['membership']>;
export type MyProposal = MySpace['proposals'][number];
export type MyPairing = MySpace['pairings'][number];
export type MyPreferences = MySpace['preferences'];

const FOUND = 12;

export function useMySpace() {
  const call = useCall();
  return useQuery({
    queryKey: ['my-space'],
    queryFn: async ({ signal }) => call<MySpace>('mySpace', { signal }),
  });
}

/** Only ever one's own. */
export function useMyMoods() {
  const call = useCall();
  return useQuery({
    queryKey: ['my-moods'],
    queryFn: async ({ signal }) => call<MyMoods>('myMoods', { signal }),
  });
}

/** Topics of the company whose name or other words fit what was typed. */
export function useTopicSearch(search: string) {
  const call = useCall();
  return useQuery({
    queryKey: ['topics', search],
    queryFn: async ({ signal }) =>
      call<Page<TopicChip>>('topics', { query: { search, limit: FOUND }, signal }),
    placeholderData: (before) => before,
    enabled: search !== '',
  });
}

/** One change to my space: what it touches is read anew before it counts as done. */
function useChange<Input>(send: (call: Call, input: Input) => Promise<unknown>) {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (input: Input) => send(call, input),
    onSuccess: async () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['my-space'] }),
        queries.invalidateQueries({ queryKey: ['me'] }),
      ]),
  });
}

export const useAnswerProposal = () =>
  useChange<{ id: string } & AnswerBody>(async (call, { id, answer }) =>
    call('answerProposal', { params: { id }, body: { answer } satisfies AnswerBody }),
  );

export const useEndPairing = () =>
  useChange<{ id: string }>(async (call, { id }) => call('endPairing', { params: { id } }));

export const useChangeMembership = () =>
  useChange<MembershipBody>(async (call, body) => call('changeMembership', { body }));

export const useChangeTopics = () =>
  useChange<readonly TopicsBody[]>(async (call, sides) => {
    for (const body of sides) await call('changeTopics', { body });
  });

export const useChangePreferences = () =>
  useChange<PreferencesBody>(async (call, body) => call('changePreferences', { body }));

export function useMyData() {
  const call = useCall();
  return useMutation({ mutationFn: async () => call<MyData>('myData') });
}

export function useEraseMyData() {
  const call = useCall();
  return useMutation({ mutationFn: async () => call('eraseMyData') });
}
