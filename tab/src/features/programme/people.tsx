import {
  Badge,
  Caption1,
  createTableColumn,
  makeStyles,
  SearchBox,
  tokens,
} from '@fluentui/react-components';
import type { TableColumnDefinition } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammePerson } from '../../../../bot/api/contract.ts';
import { LIMITS } from '../../../../bot/core/limits.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pager } from '../../ui/pager.tsx';
import { PeopleGrid } from '../../ui/people-grid.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { useFormats } from '../../words/formats.ts';
import { PAGE, useProgrammePeople } from './programme-api.ts';
import { Heading } from './heading.tsx';

const COLUMNS: TableColumnDefinition<ProgrammePerson>[] = [
  createTableColumn<ProgrammePerson>({
    columnId: 'person',
    renderHeaderCell: () => <Heading words="people.person" />,
    renderCell: (person) => <PersonLine person={person} />,
  }),
  createTableColumn<ProgrammePerson>({
    columnId: 'state',
    renderHeaderCell: () => <Heading words="people.state" />,
    renderCell: (person) => <MemberBadge person={person} />,
  }),
  createTableColumn<ProgrammePerson>({
    columnId: 'pairings',
    renderHeaderCell: () => <Heading words="people.pairings" />,
    renderCell: (person) => <Counted words="people.active" count={person.activePairings} />,
  }),
  createTableColumn<ProgrammePerson>({
    columnId: 'waited',
    renderHeaderCell: () => <Heading words="people.waited" />,
    renderCell: (person) =>
      person.roundsWaited > 0 && <Counted words="people.rounds" count={person.roundsWaited} />,
  }),
];

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: '360px', boxSizing: 'border-box' },
  state: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXXS,
  },
});

/** Everyone who takes part, by name. */
export function People({ programme }: { readonly programme: string }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [offset, setOffset] = useState(0);
  const search = useSettled(typed.trim());
  const query = useProgrammePeople(programme, { search, offset, limit: PAGE });
  const type = (value: string) => {
    setTyped(value);
    setOffset(0);
  };
  return (
    <Section title={t('people.title')} description={t('people.body')}>
      <SearchBox
        className={styles.search}
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        maxLength={LIMITS.nameLength}
        value={typed}
        onChange={(_event, data) => type(data.value)}
      />
      <Loaded query={query} skeleton={<RowsSkeleton rows={8} />}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState
              title={search === '' ? t('people.empty.title') : t('people.nothing.title')}
              body={search === '' ? t('people.empty.body') : t('people.nothing.body')}
            />
          ) : (
            <>
              <PeopleGrid
                label={t('people.title')}
                rows={rows}
                columns={COLUMNS}
                rowId={(person) => person.id}
              />
              <Pager label={t('people.pages')} offset={offset} limit={PAGE} total={total} go={setOffset} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

const BADGES = { joined: 'success', paused: 'warning', left: 'informative' } as const;

function MemberBadge({ person }: { readonly person: ProgrammePerson }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const styles = useStyles();
  return (
    <span className={styles.state}>
      <Badge appearance="tint" color={BADGES[person.state]}>
        {t(`memberState.${person.state}`)}
      </Badge>
      {person.state === 'paused' && person.pausedUntil !== null && (
        <Caption1>{t('people.until', { day: formats.day(person.pausedUntil) })}</Caption1>
      )}
    </span>
  );
}

function Counted({
  words,
  count,
}: {
  readonly words: 'people.active' | 'people.rounds';
  readonly count: number;
}) {
  const { t } = useTranslation();
  return t(words, { count });
}
