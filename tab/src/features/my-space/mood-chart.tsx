import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyMoods } from '../../../../bot/api/contract.ts';
import { useFormats } from '../../words/formats.ts';
import { UNSEEN } from '../../ui/unseen.ts';
import { clampMood, placeMoods } from './place-moods.ts';

const LEVELS = [5, 4, 3, 2, 1] as const;

const useStyles = makeStyles({
  chart: {
    margin: 0,
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
  },
  unseen: UNSEEN,
  levels: { display: 'flex', flexDirection: 'column', justifyContent: 'space-between', height: '176px' },
  level: { lineHeight: '16px', color: tokens.colorNeutralForeground2, textAlign: 'right' },
  plot: { position: 'relative', height: '160px', margin: '8px 0' },
  svg: { position: 'absolute', inset: 0, width: '100%', height: '100%', overflow: 'visible' },
  dot: {
    position: 'absolute',
    width: '12px',
    height: '12px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralBackground1}`,
    transform: 'translate(-50%, 50%)',
  },
  days: {
    gridColumn: '2',
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground2,
  },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'left',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
  },
});

interface Props {
  readonly moods: MyMoods['moods'];
  readonly timeZone: string;
}

/** My answers over time as a line, or as the same in words: one press changes between them. */
export function MoodChart({ moods, timeZone }: Props) {
  const { t } = useTranslation();
  const [inWords, setInWords] = useState(false);
  const id = useId();
  const sorted = moods.toSorted((one, other) => one.at.localeCompare(other.at));
  return (
    <>
      <div id={id}>
        {inWords ? (
          <MoodTable moods={sorted} timeZone={timeZone} />
        ) : (
          <MoodLine moods={sorted} timeZone={timeZone} />
        )}
      </div>
      <div>
        <Button size="small" aria-controls={id} onClick={() => setInWords(!inWords)}>
          {inWords ? t('mySpace.mood.asPicture') : t('mySpace.mood.asList')}
        </Button>
      </div>
    </>
  );
}

function MoodLine({ moods }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const id = useId();
  const points = placeMoods(moods);
  const first = moods[0];
  const last = moods.at(-1);
  if (!first || !last) return null;
  const summary = t('mySpace.mood.summary', {
    count: moods.length,
    mood: t(`mood.${clampMood(last.mood)}`),
    day: formats.day(last.at),
  });
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption id={id} className={styles.unseen}>
        {summary}
      </figcaption>
      <div className={styles.levels} aria-hidden="true">
        {LEVELS.map((level) => (
          <Caption1 key={level} className={styles.level}>
            {t(`mood.${level}`)}
          </Caption1>
        ))}
      </div>
      <div className={styles.plot} aria-hidden="true">
        <svg className={styles.svg} viewBox="0 0 100 100" preserveAspectRatio="none" focusable="false">
          {[0, 25, 50, 75, 100].map((y) => (
            <line
              key={y}
              x1="0"
              x2="100"
              y1={y}
              y2={y}
              stroke={tokens.colorNeutralStroke3}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <polyline
            points={points.map((point) => `${point.x},${100 - point.y}`).join(' ')}
            fill="none"
            stroke={tokens.colorBrandStroke1}
            strokeWidth="2"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {points.map((point) => (
          <span
            key={point.at}
            className={styles.dot}
            style={{ left: `${point.x}%`, bottom: `${point.y}%` }}
          />
        ))}
      </div>
      <Caption1 className={styles.days} aria-hidden="true">
        <span>{formats.shortDay(first.at)}</span>
        {moods.length > 1 && <span>{formats.shortDay(last.at)}</span>}
      </Caption1>
    </figure>
  );
}

function MoodTable({ moods, timeZone }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  return (
    <table className={styles.table} aria-label={t('mySpace.mood.title')}>
      <tbody>
        {moods.toReversed().map((mood) => (
          <tr key={mood.at}>
            <th scope="row" className={styles.cell}>
              {formats.moment(mood.at, timeZone)}
            </th>
            <td className={styles.cell}>{t(`mood.${clampMood(mood.mood)}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
