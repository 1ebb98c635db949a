import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { SETTINGS_RANGES } from '../../../../bot/core/limits.ts';

export type Settings = ProgrammeOverview['settings'];

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Every single figure of the form and the ends it must lie between. */
export const FIGURES = {
  stepsMin: SETTINGS_RANGES.stepsAhead,
  stepsMax: SETTINGS_RANGES.stepsAhead,
  commonHours: SETTINGS_RANGES.commonHours,
  cooldownWeeks: SETTINGS_RANGES.cooldownWeeks,
  pairingWeeks: SETTINGS_RANGES.pairingWeeks,
  proposalWorkingDays: SETTINGS_RANGES.proposalWorkingDays,
  closeDays: SETTINGS_RANGES.closeDays,
  experience: SETTINGS_RANGES.weight,
  skill: SETTINGS_RANGES.weight,
  step: SETTINGS_RANGES.weight,
  hours: SETTINGS_RANGES.weight,
  otherDepartment: SETTINGS_RANGES.weight,
} as const satisfies Record<string, Range>;
export type FigureName = keyof typeof FIGURES;

/** Lists of numbers, typed with commas: ends of each number, and how many there may be. */
export const LISTS = {
  checkInWeeks: { each: SETTINGS_RANGES.checkInWeek, count: SETTINGS_RANGES.checkInWeeks },
  nudgeDays: { each: SETTINGS_RANGES.nudgeDay, count: SETTINGS_RANGES.nudgeDays },
} as const;
export type ListName = keyof typeof LISTS;

/** The form as it is typed: text, so that a half-typed number is nobody's setting. */
export type SettingsDraft = Pick<Settings, 'mode' | 'learning'> &
  Readonly<Record<FigureName | ListName, string>>;

export type FieldProblem = 'range' | 'order';
export type Problems = Readonly<Partial<Record<FigureName | ListName, FieldProblem>>>;

export function draftOf(settings: Settings): SettingsDraft {
  const { stepsAhead, silence, weights } = settings;
  return {
    mode: settings.mode,
    learning: settings.learning,
    stepsMin: String(stepsAhead.min),
    stepsMax: String(stepsAhead.max),
    commonHours: String(settings.commonHours),
    cooldownWeeks: String(settings.cooldownWeeks),
    pairingWeeks: String(settings.pairingWeeks),
    checkInWeeks: settings.checkInWeeks.join(', '),
    proposalWorkingDays: String(settings.proposalWorkingDays),
    nudgeDays: silence.nudgeDays.join(', '),
    closeDays: String(silence.closeDays),
    experience: String(weights.experience),
    skill: String(weights.skill),
    step: String(weights.step),
    hours: String(weights.hours),
    otherDepartment: String(weights.otherDepartment),
  };
}

/** What the form says, or where it does not say anything the server would take. */
export function readDraft(draft: SettingsDraft): {
  readonly settings: Settings;
  readonly problems: Problems;
} {
  const problems: Partial<Record<FigureName | ListName, FieldProblem>> = {};
  const figure = (name: FigureName): number => {
    const value = wholeNumber(draft[name]);
    if (!inside(value, FIGURES[name])) problems[name] = 'range';
    return value;
  };
  const list = (name: ListName): number[] => {
    const { each, count } = LISTS[name];
    const values = wholeNumbers(draft[name]);
    if (!inside(values.length, count) || !values.every((value) => inside(value, each)))
      problems[name] = 'range';
    return values;
  };
  const settings: Settings = {
    mode: draft.mode,
    learning: draft.learning,
    stepsAhead: { min: figure('stepsMin'), max: figure('stepsMax') },
    commonHours: figure('commonHours'),
    cooldownWeeks: figure('cooldownWeeks'),
    pairingWeeks: figure('pairingWeeks'),
    checkInWeeks: list('checkInWeeks'),
    proposalWorkingDays: figure('proposalWorkingDays'),
    silence: { nudgeDays: list('nudgeDays'), closeDays: figure('closeDays') },
    weights: {
      experience: figure('experience'),
      skill: figure('skill'),
      step: figure('step'),
      hours: figure('hours'),
      otherDepartment: figure('otherDepartment'),
    },
  };
  return { settings, problems: { ...contradictions(settings), ...problems } };
}

/** What is allowed by itself, and not beside the rest. */
function contradictions({ stepsAhead, silence, checkInWeeks, pairingWeeks, weights }: Settings): Problems {
  return {
    ...(stepsAhead.max < stepsAhead.min ? { stepsMax: 'order' } : {}),
    ...(silence.nudgeDays.some((day) => day >= silence.closeDays) ? { closeDays: 'order' } : {}),
    ...(checkInWeeks.some((week) => week > pairingWeeks) ? { checkInWeeks: 'order' } : {}),
    ...(Object.values(weights).every((weight) => weight === 0) ? { experience: 'order' } : {}),
  };
}

function inside(value: number, range: Range): boolean {
  return value >= range.min && value <= range.max;
}

/** NaN for anything that is not a whole number: it lies inside no range. */
function wholeNumber(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
}

function wholeNumbers(text: string): number[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  return [...new Set(parts.map(wholeNumber))].toSorted((one, other) => one - other);
}
