import { useTranslation } from 'react-i18next';
import type { CorrectionBody, PersonCard } from '../../../../bot/api/contract.ts';
import { follow } from '../../api/follow.ts';
import { useNotice } from '../../ui/notice.tsx';
import { useCorrectRound } from './rounds-api.ts';

/** A decision about two people of a preview, and a word about how many others it moved. */
export function useDecide(programme: string, round: string) {
  const { t } = useTranslation();
  const notice = useNotice();
  const correct = useCorrectRound(programme, round);
  const say = (kind: CorrectionBody['kind'], people: readonly PersonCard[], then?: () => void) => {
    const [one, other] = people;
    if (one === undefined || other === undefined || correct.isPending) return;
    follow(correct, { kind, people: [one.id, other.id] }, ({ othersChanged }) => {
      then?.();
      notice(t('round.corrections.done', { count: othersChanged }));
    });
  };
  const { isPending, error, reset } = correct;
  return { say, isPending, error, reset };
}
