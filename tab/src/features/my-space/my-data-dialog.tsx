import { Body1, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MyData } from '../../../../bot/api/contract.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useFormats } from '../../words/formats.ts';

const useStyles = makeStyles({
  table: { display: 'grid', gap: tokens.spacingVerticalXS },
  rows: {
    width: '100%',
    boxSizing: 'border-box',
    resize: 'vertical',
    color: tokens.colorNeutralForeground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

interface Props {
  readonly data: MyData;
  readonly close: () => void;
  readonly take: () => void;
}

/** Everything that is kept about me, as it is kept. */
export function MyDataDialog({ data, close, take }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  return (
    <AskDialog
      open
      close={close}
      title={t('mySpace.data.title')}
      confirm={t('mySpace.data.take')}
      cancel={t('common.close')}
      onConfirm={take}
    >
      <Body1>{t('mySpace.data.asOf', { day: formats.day(data.exportedAt) })}</Body1>
      {Object.entries(data.tables).map(([table, rows]) => (
        <div key={table} className={styles.table}>
          <Text weight="semibold">{table}</Text>
          <Caption1>{t('mySpace.data.rows', { count: rows.length })}</Caption1>
          {rows.length > 0 && (
            <textarea
              className={styles.rows}
              readOnly
              rows={Math.min(12, 3 + rows.length * 4)}
              aria-label={table}
              value={JSON.stringify(rows, null, 2)}
            />
          )}
        </div>
      ))}
    </AskDialog>
  );
}
