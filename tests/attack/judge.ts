import { FEWEST } from '../../bot/core/limits.ts';
import type { CanaryAttack } from './canaries/canaries.ts';
import type { JunkAttack } from './doors/junk.ts';
import type { TokenAttack } from './doors/doors.ts';
import type { FiguresAttack } from './figures.ts';
import type { MatrixAttack } from './matrix/matrix.ts';

/** What was found, attack by attack; those that were not run are not there. */
export type AttackReport = Partial<TokenAttack & JunkAttack & MatrixAttack & CanaryAttack & FiguresAttack>;

export interface Verdict {
  readonly name: string;
  readonly kept: boolean;
  readonly found: string;
}

/** What may stay of a hundred thousand strangers, in megabytes: noise of the collector. */
const NOISE_MB = 10;

/** Each promise that was attacked, and whether it held. */
export function judge(report: AttackReport): readonly Verdict[] {
  return [...doors(report), ...junk(report), ...matrix(report), ...canaries(report), ...figures(report)];
}

function doors({ tokenCases, accepted, controlClassesAccepted, rightRefused }: AttackReport): Verdict[] {
  if (tokenCases === undefined || accepted === undefined || controlClassesAccepted === undefined) return [];
  return [
    {
      name: 'only Teams gets in',
      kept: accepted.length === 1 && rightRefused === 0 && tokenCases >= 60,
      found: `${tokenCases} tokens, ${accepted.length} kind accepted: ${accepted.join(', ')}`,
    },
    {
      name: 'the control lets others in',
      kept: controlClassesAccepted > 1,
      found: `${controlClassesAccepted} kinds accepted by botbuilder's adapter alone`,
    },
  ];
}

function junk({ botJunk, tabJunk, controlJunk }: AttackReport): Verdict[] {
  if (botJunk === undefined || tabJunk === undefined || controlJunk === undefined) return [];
  return [botJunk, tabJunk].map(({ tokens, firstMs, lastMs, heapMb }, at) => ({
    name: `junk leaves nothing behind at the ${at === 0 ? 'bot' : 'tab'}`,
    kept: heapMb < NOISE_MB,
    found:
      `${tokens} tokens, ${firstMs} ms each at first and ${lastMs} ms at last, ${heapMb} MB more; ` +
      `control ${controlJunk.firstMs} and ${controlJunk.lastMs} ms after ${controlJunk.tokens}`,
  }));
}

function matrix(report: AttackReport): Verdict[] {
  const { disagreements, disagreed = [], controlDisagreements } = report;
  if (disagreements === undefined || controlDisagreements === undefined) return [];
  return [
    {
      name: 'only the right person',
      kept: disagreements === 0,
      found:
        `${report.cases} cases of ${report.routes} routes, ${report.buttons} buttons and ${report.relations} relations ` +
        `in ${report.randomCompanies} companies of ${report.peopleEach}: ${disagreements} disagreements ${disagreed.join('; ')}; ` +
        `median ${report.keptMs} ms where it is kept, ${report.absentMs} ms where nothing is`,
    },
    {
      name: 'the control lets others see',
      kept: controlDisagreements > 0,
      found: `${controlDisagreements} disagreements where everybody passes for a coordinator`,
    },
  ];
}

function canaries(report: AttackReport): Verdict[] {
  const { canariesFound, controlFound, ownFound = 0, foundIn } = report;
  if (canariesFound === undefined || controlFound === undefined) return [];
  return [
    {
      name: 'what people confide stays theirs',
      kept: canariesFound === 0 && ownFound > 0,
      found:
        `${report.canaries} words, ${canariesFound} found elsewhere ${canariesFound > 0 ? JSON.stringify(foundIn) : ''}` +
        `in ${report.searchedMb} MB (journal ${report.journalMb} MB, ${report.faults} faults); ` +
        `${ownFound} in own exports; backup of SQL Server ${report.sqlServerBackup}`,
    },
    {
      name: 'the control is found',
      kept: controlFound > 0,
      found: `${controlFound} in a careless log line and in a column without a seal`,
    },
  ];
}

function figures(report: AttackReport): Verdict[] {
  const { companies, smallestDifference, smallestMoodDifference, controlSmallestDifference } = report;
  if (smallestDifference === undefined || smallestMoodDifference === undefined) return [];
  return [
    {
      name: 'no difference of figures speaks of few',
      kept: smallestDifference >= FEWEST.counts && smallestMoodDifference >= FEWEST.mood,
      found: `${companies} companies over ${report.months} months, ${report.figures} figures: at least ${smallestDifference} people, for mood ${smallestMoodDifference}`,
    },
    {
      name: 'the control singles people out',
      kept: controlSmallestDifference === 1,
      found: `without complementary suppression ${controlSmallestDifference}`,
    },
  ];
}
