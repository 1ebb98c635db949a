import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../words/formats.ts';

const useStyles = makeStyles({
  pager: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  where: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly label: string;
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  readonly go: (offset: number) => void;
}

/** Where one is in a long list, and the way on. A list of one page has none. */
export function Pager({ label, offset, limit, total, go }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const last = Math.min(offset + limit, total);
  const where = t('pager.where', {
    from: formats.number(Math.min(offset + 1, total)),
    to: formats.number(last),
    total: formats.number(total),
  });
  return (
    <nav aria-label={label} className={styles.pager}>
      <Caption1 className={styles.where} aria-live="polite">
        {where}
      </Caption1>
      {total > limit && (
        <>
          <Button
            size="small"
            icon={<ChevronLeft20Regular />}
            disabledFocusable={offset === 0}
            onClick={() => offset > 0 && go(Math.max(0, offset - limit))}
          >
            {t('pager.back')}
          </Button>
          <Button
            size="small"
            iconPosition="after"
            icon={<ChevronRight20Regular />}
            disabledFocusable={last >= total}
            onClick={() => last < total && go(offset + limit)}
          >
            {t('pager.on')}
          </Button>
        </>
      )}
    </nav>
  );
}
