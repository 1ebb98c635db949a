/** A person as everyone in the tab sees them. */
export interface PersonCard {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
}

/** Some rows of a list, and how many it has. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}
