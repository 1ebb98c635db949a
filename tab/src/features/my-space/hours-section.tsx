import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenButton } from '../../ui/open-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../../words/formats.ts';
import { Facts } from './facts.tsx';
import type { MyPreferences } from './my-space-api.ts';
import { nameOfRun, weekdayRuns } from './weekday-runs.ts';

const HoursDialog = lazy(async () => ({ default: (await import('./hours-dialog.tsx')).HoursDialog }));

/** When I can be spoken to, and in which languages. */
export function HoursSection({ preferences }: { readonly preferences: MyPreferences }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const facts: [string, string][] = [
    [
      t('mySpace.hours.when'),
      t('mySpace.hours.value', {
        days: formats.list(weekdayRuns(preferences.days).map((run) => nameOfRun(run, formats.weekday))),
        from: formats.minute(preferences.startMinute),
        to: formats.minute(preferences.endMinute),
      }),
    ],
    [t('mySpace.hours.zone'), preferences.timeZone],
    [t('mySpace.hours.languages'), formats.list(preferences.languages.map(formats.language))],
    [t('mySpace.hours.locale'), t(`locale.${preferences.locale}`)],
  ];
  return (
    <Section
      small
      title={t('mySpace.hours.title')}
      action={
        <OpenButton size="small" onClick={() => setOpen(true)} aria-label={t('mySpace.hours.editLong')}>
          {t('common.edit')}
        </OpenButton>
      }
    >
      <Facts facts={facts} />
      {open && (
        <Suspense>
          <HoursDialog preferences={preferences} close={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  );
}
