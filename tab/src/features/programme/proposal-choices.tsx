import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { LinkDismiss20Regular } from '@fluentui/react-icons/svg/link-dismiss';
import { Pin20Regular } from '@fluentui/react-icons/svg/pin';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../../bot/api/contract.ts';
import type { useDecide } from './use-decide.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginLeft: 'auto' },
});

interface Props {
  readonly people: readonly PersonCard[];
  readonly pinned: boolean;
  readonly decide: ReturnType<typeof useDecide>;
}

/** For a pair of a preview: keep them together whatever else changes, or look for somebody else for both. */
export function ProposalChoices({ people, pinned, decide }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const names = { one: people[0]?.name ?? '', other: people[1]?.name ?? '' };
  return (
    <div className={styles.buttons}>
      {!pinned && (
        <Button
          size="small"
          icon={<Pin20Regular />}
          disabledFocusable={decide.isPending}
          aria-label={t('round.corrections.keepNamed', names)}
          onClick={() => decide.say('pin', people)}
        >
          {t('round.corrections.keep')}
        </Button>
      )}
      <Button
        size="small"
        icon={<LinkDismiss20Regular />}
        disabledFocusable={decide.isPending}
        aria-label={t('round.corrections.partNamed', names)}
        onClick={() => decide.say('forbid', people)}
      >
        {t('round.corrections.part')}
      </Button>
    </div>
  );
}
