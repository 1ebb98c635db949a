/** Days that follow one another, taken together: Monday to Friday is one run. */
export function weekdayRuns(days: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const day of days.toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** `Mon–Fri` for a run of three days or more; two days stay two names. */
export function nameOfRun(run: readonly number[], name: (day: number) => string): string {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return '';
  return run.length > 2 ? `${name(first)}–${name(last)}` : run.map((day) => name(day)).join(', ');
}
