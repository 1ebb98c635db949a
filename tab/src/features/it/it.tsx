import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../../bot/api/contract.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ProgrammeChooser } from '../../ui/programme-chooser.tsx';
import { Coordinators } from '../programme/coordinators.tsx';
import { WhoLooked } from '../programme/who-looked.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL },
});

/** What IT looks after: who runs each programme, and who looked. Nothing about the people in it. */
export function ItView({ programmes }: { readonly programmes: Me['operates'] }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [chosen, choose] = useState(programmes[0]?.id ?? '');
  return (
    <>
      <PageHead title={t('it.title')} lead={t('it.lead')}>
        <ProgrammeChooser programmes={programmes} chosen={chosen} choose={choose} />
      </PageHead>
      <div key={chosen} className={styles.stack}>
        <Coordinators programme={chosen} />
        <WhoLooked programme={chosen} />
      </div>
    </>
  );
}
