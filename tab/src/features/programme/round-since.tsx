import { Body1 } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundRow } from '../../../../bot/api/contract.ts';
import { useFormats } from '../../words/formats.ts';

/** How many proposals are others than at the last look, and because of how many people. */
export function RoundSince({ figures: { since, proposals } }: Pick<RoundRow, 'figures'>) {
  const { t } = useTranslation();
  const { number } = useFormats();
  if (since === undefined) return null;
  const facts = {
    changed: number(since.changed),
    proposals: number(proposals),
    people: number(since.people),
  };
  if (since.changed === 0) return <Body1>{t('round.since.same')}</Body1>;
  const why =
    since.people === 0
      ? t('round.since.other', facts)
      : t('round.since.people', { ...facts, count: since.people });
  const parted = t('round.since.parted', { count: since.parted, parted: number(since.parted) });
  return <Body1>{since.parted === 0 ? why : `${why} ${parted}`}</Body1>;
}
