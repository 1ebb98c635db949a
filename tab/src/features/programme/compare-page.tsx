import { Button, Link, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { hashOf } from '../../shell/address.ts';
import { ProblemPanel } from '../../ui/problem-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import { ChooseSettings } from './choose-settings.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { useComparison } from './rounds-api.ts';
import { draftOf, readDraft } from './settings-draft.ts';
import type { FigureName, SettingsDraft } from './settings-draft.ts';
import { FigureField } from './settings-fields.tsx';

const RULES = ['stepsMin', 'stepsMax', 'commonHours', 'cooldownWeeks'] as const satisfies FigureName[];
const WEIGHTS = ['experience', 'skill', 'step', 'hours', 'otherDepartment'] as const satisfies FigureName[];
const COMPARED: readonly FigureName[] = [...RULES, ...WEIGHTS];

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL },
  title: { margin: 0 },
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(160px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    alignItems: 'start',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface Props {
  readonly programme: ProgrammeOverview;
  /** `commonHours=2`, where one came from a hint. */
  readonly hint: string | undefined;
}

/** What the next round would be under other rules, beside the one under today's. Nothing of it is saved. */
export function ComparePage({ programme, hint }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [draft, setDraft] = useState(() => hinted(draftOf(programme.settings), hint));
  const comparison = useComparison(programme.id);
  const { settings, problems } = readDraft(draft);
  const compared = comparison.variables;
  const blocked = Object.keys(problems).length > 0;
  const { mutate } = comparison;
  const [first] = useState(settings);
  useEffect(() => {
    // Whoever follows a hint wants to see what it brings, and not the same button once more.
    if (hint !== undefined) mutate(first);
  }, [hint, mutate, first]);
  const compare = (event: FormEvent) => {
    event.preventDefault();
    if (!blocked && !comparison.isPending) mutate(settings);
  };
  const field = { draft, set: setDraft, problems };
  return (
    <div className={styles.stack}>
      <Link href={hashOf(['programme', 'rounds'])}>{t('rounds.all')}</Link>
      <Subtitle1 as="h2" className={styles.title}>
        {t('compare.title')}
      </Subtitle1>
      <Section title={t('compare.settings')} description={t('compare.body')}>
        <form className={styles.form} onSubmit={compare} noValidate>
          <div className={styles.fields}>
            {RULES.map((name) => (
              <FigureField key={name} name={name} {...field} />
            ))}
          </div>
          <div className={styles.fields}>
            {WEIGHTS.map((name) => (
              <FigureField key={name} name={name} {...field} />
            ))}
          </div>
          <div className={styles.buttons}>
            <Button
              type="submit"
              appearance="primary"
              disabled={blocked}
              disabledFocusable={comparison.isPending}
            >
              {comparison.isPending ? t('compare.working') : t('compare.button')}
            </Button>
            <Button type="button" onClick={() => setDraft(draftOf(programme.settings))}>
              {t('compare.reset')}
            </Button>
          </div>
        </form>
      </Section>
      {comparison.isError && <ProblemPanel error={comparison.error} />}
      {comparison.isPending && <PageSkeleton />}
      {comparison.data && compared && (
        <ComparisonView comparison={comparison.data}>
          <ChooseSettings programme={programme} settings={compared} />
        </ComparisonView>
      )}
    </div>
  );
}

function hinted(draft: SettingsDraft, hint: string | undefined): SettingsDraft {
  const [name, value] = hint?.split('=') ?? [];
  const figure = COMPARED.find((one) => one === name);
  return figure === undefined || value === undefined ? draft : { ...draft, [figure]: value };
}
