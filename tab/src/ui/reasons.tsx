import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  item: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  tick: { flexShrink: 0, marginTop: '2px', color: tokens.colorBrandForeground1 },
});

/** Why two people: the server's own words, heaviest first. */
export function Reasons({ reasons, label }: { readonly reasons: readonly string[]; readonly label: string }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {reasons.map((reason) => (
        <li key={reason} className={styles.item}>
          <CheckmarkCircle16Regular className={styles.tick} aria-hidden="true" />
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  );
}
