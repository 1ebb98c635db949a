import { makeStyles, tokens } from '@fluentui/react-components';
import type { SuggestedWeight } from '../../../../bot/api/contract.ts';

const useStyles = makeStyles({
  track: {
    position: 'relative',
    height: '8px',
    minWidth: '64px',
    marginTop: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  range: {
    position: 'absolute',
    height: '100%',
    minWidth: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2Pressed,
  },
  suggested: {
    position: 'absolute',
    top: '-2px',
    width: '4px',
    height: '12px',
    marginLeft: '-2px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
  },
  now: {
    position: 'absolute',
    top: '-3px',
    height: '14px',
    marginLeft: '-1px',
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralForeground1}`,
  },
});

interface Props extends SuggestedWeight {
  readonly now: number;
  readonly most: number;
}

/** The same as the figures beside it, drawn: between what a weight lies, where it is suggested, where it is now. */
export function WeightRange({ suggested, low, high, now, most }: Props) {
  const styles = useStyles();
  const at = (value: number): string => `${(100 * value) / most}%`;
  return (
    <div className={styles.track} aria-hidden="true">
      <div className={styles.range} style={{ left: at(low), width: at(high - low) }} />
      <div className={styles.suggested} style={{ left: at(suggested) }} />
      <div className={styles.now} style={{ left: at(now) }} />
    </div>
  );
}
