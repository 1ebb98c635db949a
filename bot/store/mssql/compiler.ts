import {
  AlterTableNode,
  ColumnDefinitionNode,
  ColumnNode,
  CreateTableNode,
  InsertQueryNode,
  MssqlQueryCompiler,
  ReferenceNode,
  ValuesNode,
} from 'kysely';
import type {
  BinaryOperationNode,
  ColumnUpdateNode,
  DefaultValueNode,
  OperationNode,
  PrimitiveValueListNode,
  SelectQueryNode,
  ValueListNode,
  WithNode,
} from 'kysely';
import { kindOf } from '../column-kind.ts';
import { isGuid, parameterOf } from './values.ts';

/** Kysely's T-SQL, with each parameter typed for the column that it goes to or is compared with. */
export class TsqlCompiler extends MssqlQueryCompiler {
  #column: string | null = null;
  #isCompared = false;

  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    this.#within(columnOf(node.leftOperand), true, () => super.visitBinaryOperation(node));
  }

  protected override visitColumnUpdate(node: ColumnUpdateNode): void {
    this.#within(columnOf(node.column), false, () => super.visitColumnUpdate(node));
  }

  protected override visitSelectQuery(node: SelectQueryNode): void {
    const isWhole = this.parentNode === undefined;
    this.#within(null, false, () => super.visitSelectQuery(node));
    // The server ends a recursion after 100 steps otherwise; ours end by themselves.
    if (isWhole && node.with?.recursive === true) this.append(' option (maxrecursion 0)');
  }

  /** T-SQL has no word for a recursive one. */
  protected override visitWith(node: WithNode): void {
    this.append('with ');
    this.compileList(node.expressions);
  }

  /** Every constraint has a name of ours, a default too: the server's own differs from database to database. */
  protected override visitDefaultValue(node: DefaultValueNode): void {
    const table = this.nodeStack.find((one) => AlterTableNode.is(one) || CreateTableNode.is(one));
    const column = this.nodeStack.findLast((one) => ColumnDefinitionNode.is(one));
    if (table === undefined || column === undefined) throw new TypeError('A default of no column');
    const [tableName, columnName] = [table.table.table.identifier.name, column.column.column.name];
    this.append(`constraint "df_${tableName}_${columnName}" `);
    super.visitDefaultValue(node);
  }

  protected override visitPrimitiveValueList(node: PrimitiveValueListNode): void {
    if (this.#isIdList()) this.#appendIds(node.values);
    else this.#appendList(node.values, (value) => this.appendValue(value));
  }

  protected override visitValueList(node: ValueListNode): void {
    this.#appendList(node.values, (value) => this.visitNode(value));
  }

  /** Where one row of several has no value for a column, Kysely would write the column's default. */
  protected override visitDefaultInsertValue(): void {
    throw new TypeError('A row to insert lacks a value');
  }

  protected override appendValue(value: unknown): void {
    const isId = this.#column !== null && kindOf(this.#column) === 'uuid';
    // Nothing has an id that is none: compared with NULL, nothing is found.
    const bound = isId && this.#isCompared && typeof value === 'string' && !isGuid(value) ? null : value;
    super.appendValue(parameterOf(bound, this.#column));
  }

  #within(column: string | null, isCompared: boolean, visit: () => void): void {
    const before = { column: this.#column, isCompared: this.#isCompared };
    [this.#column, this.#isCompared] = [column, isCompared];
    try {
      visit();
    } finally {
      [this.#column, this.#isCompared] = [before.column, before.isCompared];
    }
  }

  /** A list is one row of an insert, each value for its own column, or what a column is compared with. */
  #appendList<T>(values: readonly T[], append: (value: T) => void): void {
    const columns = this.#columnsOfInsert();
    this.append('(');
    for (const [index, value] of values.entries()) {
      if (index > 0) this.append(', ');
      if (columns === null) append(value);
      else this.#within(columns[index]?.column.name ?? null, false, () => append(value));
    }
    this.append(')');
  }

  #columnsOfInsert(): readonly ColumnNode[] | null {
    const [insert, values] = this.nodeStack.slice(-3);
    if (insert === undefined || values === undefined) return null;
    return ValuesNode.is(values) && InsertQueryNode.is(insert) ? (insert.columns ?? []) : null;
  }

  #isIdList(): boolean {
    return this.#isCompared && this.#column !== null && kindOf(this.#column) === 'uuid';
  }

  /** One parameter however many ids there are: one statement, one plan, no limit of parameters. */
  #appendIds(ids: readonly unknown[]): void {
    if (ids.includes(undefined)) throw new TypeError('A list of ids lacks one');
    this.append('(select [value] from openjson(');
    super.appendValue(parameterOf(JSON.stringify(ids.filter(isGuid)), null));
    this.append(`) with ([value] uniqueidentifier '$'))`);
  }
}

function columnOf(node: OperationNode): string | null {
  const column = ReferenceNode.is(node) ? node.column : node;
  return ColumnNode.is(column) ? column.column.name : null;
}
