import { checkPairingSettings } from './pairing/settings.ts';
import type { ProgrammeSettings } from './programme.ts';
import { Refusal } from './refusal.ts';

/**
 * Refuses settings that contradict each other, before anything is saved.
 * @throws Refusal 'bad-settings' with the name of the field
 */
export function checkSettings(settings: ProgrammeSettings): void {
  checkPairingSettings(settings);
  const { checkInWeeks, pairingWeeks, silence, weights } = settings;
  if (!isRising(checkInWeeks) || (checkInWeeks.at(-1) ?? 0) > pairingWeeks) refuse('checkInWeeks');
  if (!isRising(silence.nudgeDays) || (silence.nudgeDays.at(-1) ?? 0) >= silence.closeDays) refuse('silence');
  if (Object.values(weights).every((weight) => weight === 0)) refuse('weights');
}

/** Each more than the one before, and so each once. */
const isRising = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || value > (values[at - 1] ?? value));

function refuse(field: keyof ProgrammeSettings): never {
  throw new Refusal('bad-settings', { field });
}
