import { Body1, Caption1, createTableColumn, makeStyles, tokens } from '@fluentui/react-components';
import type { TableColumnDefinition } from '@fluentui/react-components';
import { ShieldCheckmark20Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { ShieldError20Regular } from '@fluentui/react-icons/svg/shield-error';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../../bot/api/contract.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Pager } from '../../ui/pager.tsx';
import { PeopleGrid } from '../../ui/people-grid.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { useFormats } from '../../words/formats.ts';
import { Heading } from './heading.tsx';
import { looksOf } from './looks.ts';
import type { Look } from './looks.ts';
import { useAudit, useAuditChain } from './oversight-api.ts';
import { PAGE } from './programme-api.ts';

const COLUMNS: TableColumnDefinition<Look>[] = [
  createTableColumn<Look>({
    columnId: 'who',
    renderHeaderCell: () => <Heading words="looked.who" />,
    renderCell: (row) => <Who row={row} />,
  }),
  createTableColumn<Look>({
    columnId: 'what',
    renderHeaderCell: () => <Heading words="looked.what" />,
    renderCell: (row) => <What row={row} />,
  }),
  createTableColumn<Look>({
    columnId: 'when',
    renderHeaderCell: () => <Heading words="looked.when" />,
    renderCell: (row) => <When row={row} />,
  }),
];

const useStyles = makeStyles({
  words: {
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  chain: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  whole: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  broken: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
});

/** Who looked at figures, took data along or used a coordinator's power; nothing here can be changed. */
export function WhoLooked({ programme }: { readonly programme: string }) {
  const { t } = useTranslation();
  const [offset, setOffset] = useState(0);
  const query = useAudit(programme, { offset, limit: PAGE });
  return (
    <Section title={t('looked.title')} description={t('looked.body')}>
      <Loaded query={query} skeleton={<RowsSkeleton rows={8} />}>
        {({ rows, total }) => (
          <>
            <Chain programme={programme} />
            <PeopleGrid
              label={t('looked.title')}
              rows={looksOf(rows)}
              columns={COLUMNS}
              rowId={(row) => `${row.at} ${row.action} ${row.who?.id ?? ''} ${row.about?.id ?? ''}`}
            />
            <Pager label={t('looked.pages')} offset={offset} limit={PAGE} total={total} go={setOffset} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Chain({ programme }: { readonly programme: string }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { data } = useAuditChain(programme);
  if (data === undefined) return null;
  return (
    <div className={styles.chain}>
      {data.brokenAt === null ? (
        <ShieldCheckmark20Regular className={styles.whole} aria-hidden="true" />
      ) : (
        <ShieldError20Regular className={styles.broken} aria-hidden="true" />
      )}
      <Body1>
        {data.brokenAt === null
          ? t('looked.whole', { count: data.entries })
          : t('looked.broken', { entry: data.brokenAt })}
      </Body1>
    </div>
  );
}

function Who({ row: { who, relation } }: { readonly row: AuditRow }) {
  const { t } = useTranslation();
  const styles = useStyles();
  if (who !== null) return <PersonLine person={who} />;
  if (relation === 'self') return <Body1 className={styles.quiet}>{t('looked.themselves')}</Body1>;
  return (
    <Body1 className={styles.quiet}>
      {relation === 'service' || relation === 'operator' ? t('looked.service') : t('looked.nobody')}
    </Body1>
  );
}

function What({ row: { action, about, relation } }: { readonly row: AuditRow }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <div className={styles.words}>
      <Body1>{t(`looked.action.${action}`)}</Body1>
      <Caption1 className={styles.quiet}>
        {about === null
          ? t(`looked.relation.${relation}`)
          : t('looked.about', { relation: t(`looked.relation.${relation}`), name: about.name })}
      </Caption1>
    </div>
  );
}

function When({ row: { at, times } }: { readonly row: Look }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const when = useFormats().dayTime(at);
  if (times === 1) return when;
  return (
    <div className={styles.words}>
      <Body1>{when}</Body1>
      <Caption1 className={styles.quiet}>{t('looked.times', { count: times })}</Caption1>
    </div>
  );
}
