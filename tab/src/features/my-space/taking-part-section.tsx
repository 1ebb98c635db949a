import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenButton } from '../../ui/open-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Facts } from './facts.tsx';
import type { Membership } from './my-space-api.ts';

const TakingPartDialog = lazy(async () => ({
  default: (await import('./taking-part-dialog.tsx')).TakingPartDialog,
}));

/** How I take part: how often, how many I guide, whether my manager may see a name, and the pause. */
export function TakingPartSection({ membership }: { readonly membership: Membership }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const facts: [string, string][] = [
    [t('mySpace.takingPart.rhythm'), t(`rhythm.${membership.rhythm}`)],
    [t('mySpace.takingPart.capacity'), t('mySpace.takingPart.guides', { count: membership.mentorCapacity })],
    [
      t('mySpace.takingPart.visibility'),
      membership.visibleToManager ? t('mySpace.takingPart.visible') : t('mySpace.takingPart.hidden'),
    ],
  ];
  return (
    <Section
      small
      title={t('mySpace.takingPart.title')}
      action={
        <OpenButton size="small" onClick={() => setOpen(true)} aria-label={t('mySpace.takingPart.editLong')}>
          {t('common.edit')}
        </OpenButton>
      }
    >
      <Facts facts={facts} />
      {open && (
        <Suspense>
          <TakingPartDialog membership={membership} close={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  );
}
