import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AuditChain,
  AuditRow,
  CoordinatorRow,
  Page,
  PageQuery,
  PersonBody,
  PersonCard,
} from '../../../../bot/api/contract.ts';
import { useCall } from '../../api/call-context.tsx';

export function useCoordinators(id: string) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', id, 'coordinators'],
    queryFn: async ({ signal }) => call<Page<CoordinatorRow>>('coordinators', { params: { id }, signal }),
  });
}

/** Colleagues by the start of their names; asked only once something is typed. */
export function useColleagues(id: string, search: string) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', id, 'colleagues', search],
    queryFn: async ({ signal }) =>
      call<Page<PersonCard>>('colleagues', { params: { id }, query: { search, limit: 8 }, signal }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
}

/** One change of who runs a programme. What one may see oneself can change with it. */
export function useAppoint(id: string, route: 'addCoordinator' | 'removeCoordinator') {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: PersonBody) => call<unknown>(route, { params: { id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['me'] });
      await queries.invalidateQueries({ queryKey: ['programme', id, 'coordinators'] });
    },
  });
}

export function useAudit(id: string, query: PageQuery) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', id, 'audit', query],
    queryFn: async ({ signal }) =>
      call<Page<AuditRow>>('audit', { params: { id }, query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Whether the whole record is as it was written: followed stretch by stretch, as many as there are. */
export function useAuditChain(id: string) {
  const call = useCall();
  return useQuery({
    queryKey: ['programme', id, 'audit-chain'],
    queryFn: async ({ signal }) => {
      let entries = 0;
      for (let query = {}; ;) {
        const stretch = await call<AuditChain>('auditChain', { params: { id }, query, signal });
        entries += stretch.entries;
        if (stretch.next === null) return { entries, brokenAt: stretch.brokenAt };
        query = { after: stretch.next };
      }
    },
  });
}
