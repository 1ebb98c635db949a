import type { Measured } from './bench.ts';

interface Result {
  readonly machine: string;
  readonly people: number;
  readonly family: string;
  readonly candidates: number;
  readonly looked: number | null;
  readonly paired: number;
  readonly maximum: number | null;
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly over: 'all' | 'at-hand';
  readonly gapOfShortfall: number | null;
  readonly brokenRules: number;
  readonly seconds: number;
  readonly again?: number;
  readonly peakMb: number;
  readonly shortlist?: {
    readonly pairs: number;
    readonly engine: (Measured & { readonly gap: number | null; readonly gapOfFit?: number | null }) | null;
  };
  readonly peers?: { readonly [name: string]: Measured | null };
}

const whole = (value: number | null): string => (value === null ? 'not known' : value.toLocaleString('en'));

/** The result for people, with how each of the others compares. */
export function textOf(result: Result): string {
  const { gap, shortlist, peers = {} } = result;
  const over = result.over === 'all' ? '' : ', of the pairs that were held';
  const again = result.again === undefined ? '' : `, ${result.again.toFixed(2)} s again in the same thread`;
  const lines = [
    `${result.machine}; CPU seconds`,
    `round     ${whole(result.people)} people (${result.family}), ${whole(result.candidates)} pairs, ${whole(result.looked)} looked at one by one`,
    `          ${whole(result.paired)} paired of at most ${whole(result.maximum)}, broken rules ${result.brokenRules}`,
    `          shortfall ${whole(result.objective)}, at least ${whole(result.bound)}, gap ${gap === null ? 'not proven' : `${(100 * gap).toFixed(5)} % of the fit${over}`}`,
    `          ${result.seconds.toFixed(2)} s${again}, ${result.peakMb} MB at most`,
  ];
  const engine = shortlist?.engine ?? null;
  if (engine !== null) {
    lines.push(
      `engine    on ${whole(shortlist?.pairs ?? null)} pairs: ${rowOf(engine)}, gap ${whole(engine.gap)}${ofFit(engine.gapOfFit)}`,
    );
  }
  for (const [name, other] of Object.entries(peers)) {
    const ratio =
      engine === null || other === null || other.seconds === 0
        ? ''
        : `, ours takes ${(engine.seconds / other.seconds).toFixed(2)} of it`;
    lines.push(`${name.padEnd(14)} ${other === null ? 'not run' : `${rowOf(other)}${ratio}`}`);
  }
  return lines.join('\n');
}

const ofFit = (share: number | null | undefined): string =>
  share === null || share === undefined ? '' : ` (${(100 * share).toFixed(5)} % of the fit)`;

const rowOf = ({ paired, objective, seconds }: Measured): string =>
  `${whole(paired)} paired, shortfall ${whole(objective)}, ${seconds.toFixed(2)} s`;
