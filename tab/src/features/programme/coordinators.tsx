import { Badge, Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoordinatorRow } from '../../../../bot/api/contract.ts';
import { follow } from '../../api/follow.ts';
import { goTo } from '../../shell/address.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { OpenButton } from '../../ui/open-button.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { useFormats } from '../../words/formats.ts';
import { AddCoordinatorDialog } from './add-coordinator-dialog.tsx';
import { useAppoint, useCoordinators } from './oversight-api.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Who runs the programme. A change holds from the other person's next request on. */
export function Coordinators({ programme }: { readonly programme: string }) {
  const { t } = useTranslation();
  const query = useCoordinators(programme);
  const [adding, add] = useState(false);
  return (
    <Section
      title={t('coordinators.title')}
      description={t('coordinators.body')}
      action={
        <OpenButton icon={<Add20Regular />} onClick={() => add(true)}>
          {t('coordinators.add')}
        </OpenButton>
      }
    >
      <Loaded query={query} skeleton={<RowsSkeleton rows={2} />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t('coordinators.empty.title')} body={t('coordinators.empty.body')} />
          ) : (
            <List programme={programme} rows={rows} />
          )
        }
      </Loaded>
      {adding && <AddCoordinatorDialog programme={programme} close={() => add(false)} />}
    </Section>
  );
}

interface ListProps {
  readonly programme: string;
  readonly rows: readonly CoordinatorRow[];
}

function List({ programme, rows }: ListProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const [asked, ask] = useState<CoordinatorRow | null>(null);
  return (
    <>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <PersonLine person={row}>
              <Caption1 className={styles.quiet}>
                {row.by === null
                  ? t('coordinators.byIt', { day: formats.day(row.since) })
                  : t('coordinators.by', { day: formats.day(row.since), name: row.by })}
              </Caption1>
              {row.self && (
                <span>
                  <Badge appearance="tint">{t('coordinators.you')}</Badge>
                </span>
              )}
            </PersonLine>
            <OpenButton
              size="small"
              appearance="subtle"
              aria-label={t('coordinators.removeLong', { name: row.name })}
              onClick={() => ask(row)}
            >
              {t('common.remove')}
            </OpenButton>
          </li>
        ))}
      </ul>
      {asked !== null && <RemoveDialog programme={programme} row={asked} close={() => ask(null)} />}
    </>
  );
}

interface RemoveProps {
  readonly programme: string;
  readonly row: CoordinatorRow;
  readonly close: () => void;
}

function RemoveDialog({ programme, row, close }: RemoveProps) {
  const { t } = useTranslation();
  const say = useNotice();
  const remove = useAppoint(programme, 'removeCoordinator');
  const { name, self } = row;
  const confirm = () =>
    follow(remove, { personId: row.id }, () => {
      close();
      say(self ? t('coordinators.leftDone') : t('coordinators.removed', { name }));
      if (self) goTo('my-space');
    });
  return (
    <AskDialog
      open
      close={close}
      title={self ? t('coordinators.leaveAsk') : t('coordinators.removeAsk', { name })}
      confirm={t('common.remove')}
      onConfirm={confirm}
      busy={remove.isPending}
      error={remove.error}
    >
      <Body1>{self ? t('coordinators.leaveBody') : t('coordinators.removeBody')}</Body1>
    </AskDialog>
  );
}
