import {
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { TableColumnDefinition } from '@fluentui/react-components';

const NARROW = '@media (max-width: 720px)';

const useStyles = makeStyles({
  grid: { minWidth: 0 },
  header: { [NARROW]: { display: 'none' } },
  row: {
    [NARROW]: { flexWrap: 'wrap', padding: `${tokens.spacingVerticalS} 0`, rowGap: tokens.spacingVerticalXS },
  },
  cell: {
    minHeight: '56px',
    overflow: 'visible',
    [NARROW]: {
      minHeight: 0,
      flexBasis: 'auto',
      flexGrow: 0,
      padding: 0,
      paddingRight: tokens.spacingHorizontalM,
    },
    ':first-child': { flexGrow: 2, [NARROW]: { flexBasis: '100%' } },
  },
  heading: { ':first-child': { flexGrow: 2 } },
});

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: TableColumnDefinition<Row>[];
  readonly rowId: (row: Row) => string;
}

/** A grid for lists of people. On a narrow screen each row folds into lines, since every cell says what it is. */
export function PeopleGrid<Row>({ label, rows, columns, rowId }: Props<Row>) {
  const styles = useStyles();
  return (
    <DataGrid items={[...rows]} columns={columns} getRowId={rowId} aria-label={label} className={styles.grid}>
      <DataGridHeader className={styles.header}>
        <DataGridRow>
          {({ renderHeaderCell }) => (
            <DataGridHeaderCell className={styles.heading}>{renderHeaderCell()}</DataGridHeaderCell>
          )}
        </DataGridRow>
      </DataGridHeader>
      <DataGridBody<Row>>
        {({ item, rowId }) => (
          <DataGridRow<Row> key={rowId} className={styles.row}>
            {({ renderCell }) => <DataGridCell className={styles.cell}>{renderCell(item)}</DataGridCell>}
          </DataGridRow>
        )}
      </DataGridBody>
    </DataGrid>
  );
}
