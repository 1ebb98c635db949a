/** What a column holds, told by its name in SQL: the naming rule of schema.ts. */
export type ColumnKind = 'uuid' | 'instant' | 'day' | 'bool' | 'bytes' | 'other';

/** Ids that others give: of Teams, of an HR system, of a key vault. They are text. */
const GIVEN_IDS: ReadonlySet<string> = new Set([
  'directory_id',
  'manager_directory_id',
  'conversation_id',
  'activity_id',
  'user_id',
  'bot_id',
  'wrapping_key_id',
]);

export function kindOf(column: string): ColumnKind {
  if (/(^|_)(at|until)$/.test(column)) return 'instant';
  if (column.endsWith('_on')) return 'day';
  if (column.startsWith('is_')) return 'bool';
  if (/_sealed$|^wrapped_key$/.test(column)) return 'bytes';
  if (/(^|_)id$|_by$/.test(column)) return GIVEN_IDS.has(column) ? 'other' : 'uuid';
  return 'other';
}
