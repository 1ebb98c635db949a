import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { FitBars } from './fit-bars.tsx';

/** How well the proposed pairs fit. */
export function FitPicture({ bands }: { readonly bands: readonly number[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('round.fit.title')} description={t('round.fit.body')}>
      <FitBars bands={bands} />
    </Section>
  );
}
