import { CamelCasePlugin } from 'kysely';
import type { PluginTransformResultArgs, QueryResult, UnknownRow } from 'kysely';

/** Kysely's plugin for the way in. On the way out each engine names columns once a statement, not once a row. */
export class Naming extends CamelCasePlugin {
  /** `due_at` to `dueAt`. */
  nameOf(column: string): string {
    return this.camelCase(column);
  }

  /** `dueAt` to `due_at`. */
  columnOf(name: string): string {
    return this.snakeCase(name);
  }

  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }
}

export const NAMING = new Naming();
