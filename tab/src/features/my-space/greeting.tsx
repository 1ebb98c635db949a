import { Body1, makeStyles, Title2, tokens } from '@fluentui/react-components';
import { Paths } from '../../ui/paths.tsx';

const useStyles = makeStyles({
  band: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    marginBottom: tokens.spacingVerticalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (max-width: 640px)': {
      padding: tokens.spacingHorizontalL,
      marginBottom: tokens.spacingVerticalL,
    },
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  title: { margin: 0, overflowWrap: 'anywhere' },
  picture: { flexShrink: 0, '@media (max-width: 640px)': { display: 'none' } },
});

/** The first thing one reads: one's own name, and how things stand. */
export function Greeting({ title, lead }: { readonly title: string; readonly lead: string }) {
  const styles = useStyles();
  return (
    <div className={styles.band}>
      <div className={styles.words}>
        <Title2 as="h1" className={styles.title}>
          {title}
        </Title2>
        <Body1>{lead}</Body1>
      </div>
      <div className={styles.picture}>
        <Paths />
      </div>
    </div>
  );
}
