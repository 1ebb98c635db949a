import { Body1, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MyData } from '../../../../bot/api/contract.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useFormats } from '../../words/formats.ts';
import { inPlainWords } from './in-plain-words.ts';
import type { DataWords } from './in-plain-words.ts';

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
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
  },
});

interface Props {
  readonly data: MyData;
  readonly close: () => void;
  readonly take: () => void;
}

/** Everything that is kept about me, to be read; the file to take along holds it as it is kept. */
export function MyDataDialog({ data, close, take }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const names: Readonly<Record<string, string>> = t('mySpace.data.kinds', { returnObjects: true });
  const words: DataWords = {
    fields: t('mySpace.data.fields', { returnObjects: true }),
    values: t('mySpace.data.values', { returnObjects: true }),
  };
  const nameOf = (table: string): string => names[table] ?? table;
  const all = Object.entries(data.tables);
  const [kept, empty] = [
    all.filter(([, rows]) => rows.length > 0),
    all.filter(([, rows]) => rows.length === 0),
  ];
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
      {kept.map(([table, rows]) => {
        const text = inPlainWords(rows, formats, words);
        return (
          <div key={table} className={styles.table}>
            <Text weight="semibold">{nameOf(table)}</Text>
            <Caption1>{t('mySpace.data.rows', { count: rows.length })}</Caption1>
            <textarea
              className={styles.rows}
              readOnly
              rows={Math.min(12, 1 + text.split('\n').length)}
              aria-label={nameOf(table)}
              value={text}
            />
          </div>
        );
      })}
      {empty.length > 0 && (
        <Body1>
          {t('mySpace.data.nothing', { kinds: formats.list(empty.map(([table]) => nameOf(table))) })}
        </Body1>
      )}
    </AskDialog>
  );
}
