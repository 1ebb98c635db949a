import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyData } from '../../../../bot/api/contract.ts';
import { follow } from '../../api/follow.ts';
import { ProblemPanel } from '../../ui/problem-panel.tsx';
import { OpenButton } from '../../ui/open-button.tsx';
import { Section } from '../../ui/section.tsx';
import { download } from './download.ts';
import { useMyData } from './my-space-api.ts';

const MyDataDialog = lazy(async () => ({ default: (await import('./my-data-dialog.tsx')).MyDataDialog }));
const EraseDialog = lazy(async () => ({ default: (await import('./erase-dialog.tsx')).EraseDialog }));

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Show, take along, erase: what the law gives, without having to ask anyone. */
export function MyDataSection() {
  const { t } = useTranslation();
  const styles = useStyles();
  const load = useMyData();
  const [shown, setShown] = useState<MyData | null>(null);
  const [erasing, setErasing] = useState(false);
  return (
    <Section small title={t('mySpace.data.title')}>
      <Body1 className={styles.quiet}>{t('mySpace.data.body')}</Body1>
      {load.isError && <ProblemPanel error={load.error} />}
      <div className={styles.buttons}>
        <OpenButton onClick={() => follow(load, undefined, setShown)} disabledFocusable={load.isPending}>
          {t('mySpace.data.show')}
        </OpenButton>
        <Button
          icon={<ArrowDownload20Regular />}
          onClick={() => follow(load, undefined, take)}
          disabledFocusable={load.isPending}
        >
          {t('mySpace.data.take')}
        </Button>
        <OpenButton appearance="subtle" onClick={() => setErasing(true)}>
          {t('mySpace.data.erase')}
        </OpenButton>
      </div>
      <Suspense>
        {shown && <MyDataDialog data={shown} close={() => setShown(null)} take={() => take(shown)} />}
        {erasing && <EraseDialog close={() => setErasing(false)} />}
      </Suspense>
    </Section>
  );
}

function take(data: MyData): void {
  const name = `alongside-${data.exportedAt.slice(0, 10)}.json`;
  download(name, 'application/json', JSON.stringify(data, null, 2));
}
