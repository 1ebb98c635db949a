import type { AuditRow } from '../../../../bot/api/contract.ts';

/** Entries of the audit that follow each other and say the same: once, with the time of the newest. */
export interface Look extends AuditRow {
  readonly times: number;
}

export function looksOf(rows: readonly AuditRow[]): readonly Look[] {
  const looks: Look[] = [];
  for (const row of rows) {
    const before = looks.at(-1);
    if (before !== undefined && isSame(before, row))
      looks[looks.length - 1] = { ...before, times: before.times + 1 };
    else looks.push({ ...row, times: 1 });
  }
  return looks;
}

const isSame = (a: AuditRow, b: AuditRow): boolean =>
  a.action === b.action &&
  a.relation === b.relation &&
  a.who?.id === b.who?.id &&
  a.about?.id === b.about?.id;
