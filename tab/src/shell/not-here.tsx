import { useTranslation } from 'react-i18next';
import { Button } from '@fluentui/react-components';
import { EmptyState } from '../ui/empty-state.tsx';
import { goTo } from './address.ts';

export function NotHere() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('shell.notHere.title')} body={t('shell.notHere.body')} level={1}>
      <Button appearance="primary" onClick={() => goTo('my-space')}>
        {t('shell.notHere.back')}
      </Button>
    </EmptyState>
  );
}
