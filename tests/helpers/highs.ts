import highs from 'highs';

// The package's types describe its CommonJS half; what its module exports by default is the function itself.
const load = highs as unknown as typeof highs.default;

/** The optimum of a model in CPLEX LP format, which must have one. */
export async function optimumByHighs(model: string): Promise<number> {
  const solver = await load();
  const { Status, ObjectiveValue } = solver.solve(model, { output_flag: false, mip_rel_gap: 0 });
  if (Status !== 'Optimal') throw new Error(`HiGHS says ${Status}`);
  return Math.round(ObjectiveValue);
}
