import { Badge, createTableColumn, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { TableColumnDefinition } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammePairing } from '../../../../bot/api/contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pager } from '../../ui/pager.tsx';
import { PeopleGrid } from '../../ui/people-grid.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { useFormats } from '../../words/formats.ts';
import { Heading } from './heading.tsx';
import { PAGE, useProgrammePairings } from './programme-api.ts';

const STATES = ['active', 'quiet', 'ended'] as const satisfies readonly ProgrammePairing['state'][];
const BADGES = { active: 'success', quiet: 'warning', ended: 'informative' } as const;

const COLUMNS: TableColumnDefinition<ProgrammePairing>[] = [
  createTableColumn<ProgrammePairing>({
    columnId: 'people',
    renderHeaderCell: () => <Heading words="pairings.people" />,
    renderCell: (pairing) => <PairOfPeople people={pairing.people} />,
  }),
  createTableColumn<ProgrammePairing>({
    columnId: 'kind',
    renderHeaderCell: () => <Heading words="pairings.kind" />,
    renderCell: (pairing) => <Heading words={`pairingKind.${pairing.kind}`} />,
  }),
  createTableColumn<ProgrammePairing>({
    columnId: 'state',
    renderHeaderCell: () => <Heading words="pairings.state" />,
    renderCell: (pairing) => (
      <Badge appearance="tint" color={BADGES[pairing.state]}>
        <Heading words={`pairingState.${pairing.state}`} />
      </Badge>
    ),
  }),
  createTableColumn<ProgrammePairing>({
    columnId: 'since',
    renderHeaderCell: () => <Heading words="pairings.since" />,
    renderCell: (pairing) => <Since pairing={pairing} />,
  }),
];

const useStyles = makeStyles({
  people: { display: 'grid', gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalS} 0` },
  filter: { maxWidth: '240px' },
});

/** Who walks with whom, and whether they are still talking. Nothing of what they say. */
export function Pairings({ programme }: { readonly programme: string }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [state, setState] = useState<ProgrammePairing['state'] | null>(null);
  const [offset, setOffset] = useState(0);
  const query = useProgrammePairings(programme, { ...(state ? { state } : {}), offset, limit: PAGE });
  const filter = (value: string) => {
    setState(STATES.find((known) => known === value) ?? null);
    setOffset(0);
  };
  return (
    <Section title={t('pairings.title')} description={t('pairings.body')}>
      <Field label={t('pairings.filter')} className={styles.filter}>
        <Select value={state ?? ''} onChange={(_event, data) => filter(data.value)}>
          <option value="">{t('pairings.all')}</option>
          {STATES.map((known) => (
            <option key={known} value={known}>
              {t(`pairingState.${known}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Loaded query={query} skeleton={<RowsSkeleton rows={8} />}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState title={t('pairings.empty.title')} body={t('pairings.empty.body')} />
          ) : (
            <>
              <PeopleGrid
                label={t('pairings.title')}
                rows={rows}
                columns={COLUMNS}
                rowId={(pairing) => pairing.id}
              />
              <Pager label={t('pairings.pages')} offset={offset} limit={PAGE} total={total} go={setOffset} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function PairOfPeople({ people }: Pick<ProgrammePairing, 'people'>) {
  const styles = useStyles();
  return (
    <div className={styles.people}>
      {people.map((person) => (
        <PersonLine key={person.id} person={person} size={28} />
      ))}
    </div>
  );
}

function Since({ pairing }: { readonly pairing: ProgrammePairing }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return t('pairings.sinceDay', { day: formats.day(pairing.startedAt) });
}
