import { Badge, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDetail } from '../../../../bot/api/contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pager } from '../../ui/pager.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { Reasons } from '../../ui/reasons.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../../words/formats.ts';
import { PROPOSALS_PAGE } from './programme-api.ts';
import { ProposalChoices } from './proposal-choices.tsx';
import type { useDecide } from './use-decide.ts';

type ProposalRow = RoundDetail['proposals']['rows'][number];

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(400px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  proposal: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    marginTop: 'auto',
  },
  role: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly round: RoundDetail;
  readonly decide: ReturnType<typeof useDecide>;
  readonly offset: number;
  readonly go: (offset: number) => void;
}

/** Each proposed pair with the words that both of them will read. */
export function ProposalList({ round, decide, offset, go }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const page = round.proposals;
  return (
    <Section title={t('round.proposed.title')} description={t('round.proposed.body')}>
      {page.total === 0 ? (
        <EmptyState title={t('round.proposed.none')} body={t('round.proposed.noneBody')} />
      ) : (
        <>
          <ul className={styles.list}>
            {page.rows.map((proposal) => (
              <li key={proposal.id} className={styles.proposal}>
                <ProposalItem proposal={proposal}>
                  {round.state === 'previewed' && proposal.people.length === 2 && (
                    <ProposalChoices
                      people={proposal.people}
                      pinned={isPinned(round, proposal)}
                      decide={decide}
                    />
                  )}
                </ProposalItem>
              </li>
            ))}
          </ul>
          <Pager
            label={t('round.proposed.pages')}
            offset={offset}
            limit={PROPOSALS_PAGE}
            total={page.total}
            go={go}
          />
        </>
      )}
    </Section>
  );
}

function isPinned({ corrections }: RoundDetail, { people }: ProposalRow): boolean {
  const ids = new Set(people.map((person) => person.id));
  return corrections.some((one) => one.kind === 'pin' && one.people.every((person) => ids.has(person.id)));
}

interface ItemProps {
  readonly proposal: ProposalRow;
  readonly children: ReactNode;
}

function ProposalItem({ proposal, children }: ItemProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  return (
    <>
      {proposal.people.map((person) => (
        <PersonLine key={person.id} person={person}>
          <Caption1 className={styles.role}>{t(`role.${person.role}`)}</Caption1>
        </PersonLine>
      ))}
      <Reasons reasons={proposal.reasons} label={t('round.proposed.reasons')} />
      <div className={styles.foot}>
        <Badge appearance="outline">
          {t('round.proposed.fit', { fit: formats.percent(proposal.fit / 1000) })}
        </Badge>
        <Badge appearance="tint" color="informative">
          {t(`pairingKind.${proposal.kind}`)}
        </Badge>
        {proposal.state !== 'draft' && (
          <Badge appearance="tint" color={proposal.state === 'accepted' ? 'success' : 'informative'}>
            {t(`proposalState.${proposal.state}`)}
          </Badge>
        )}
        {children}
      </div>
    </>
  );
}
