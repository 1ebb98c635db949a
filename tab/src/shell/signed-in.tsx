import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CallProvider } from '../api/call-context.tsx';
import { createCall } from '../api/client.ts';
import { isPassing } from '../api/problem.ts';
import type { Session } from '../session/session.ts';
import { NoticeProvider } from '../ui/notice.tsx';
import { Shell } from './shell.tsx';

interface Props {
  readonly session: Session;
  /** How to become someone else, where one can. */
  readonly change: (() => void) | null;
}

/** Everything that belongs to one signed-in person; thrown away as a whole when they become someone else. */
export function SignedIn({ session, change }: Props) {
  const { i18n } = useTranslation();
  const call = useMemo(() => createCall(session.signed, () => i18n.language), [session, i18n]);
  const queries = useMemo(() => createQueries(), []);
  return (
    <QueryClientProvider client={queries}>
      <CallProvider value={call}>
        <NoticeProvider>
          <Shell session={session} change={change} />
        </NoticeProvider>
      </CallProvider>
    </QueryClientProvider>
  );
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => isPassing(error) && failures < 2,
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      // Every change is sent once; the person decides about a second time.
      mutations: { retry: false },
    },
  });
}
