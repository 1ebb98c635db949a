import { Caption1, makeStyles, Title2, tokens } from '@fluentui/react-components';
import { useFormats } from '../words/formats.ts';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(112px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  tile: {
    display: 'flex',
    flexDirection: 'column-reverse',
    justifyContent: 'flex-end',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  value: { margin: 0 },
  name: { color: tokens.colorNeutralForeground2 },
});

/** Counts beside each other, as pairs of a name and a number. */
export function Tiles({
  tiles,
}: {
  readonly tiles: readonly (readonly [name: string, value: number | string])[];
}) {
  const styles = useStyles();
  const formats = useFormats();
  return (
    <dl className={styles.tiles}>
      {tiles.map(([name, value]) => (
        <div key={name} className={styles.tile}>
          <dt>
            <Caption1 className={styles.name}>{name}</Caption1>
          </dt>
          <dd className={styles.value}>
            <Title2>{typeof value === 'number' ? formats.number(value) : value}</Title2>
          </dd>
        </div>
      ))}
    </dl>
  );
}
