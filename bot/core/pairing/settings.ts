import type { ProgrammeSettings } from '../programme.ts';
import { Refusal } from '../refusal.ts';

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/**
 * Refuses settings under which no sensible round exists, so that nothing below has to doubt them.
 * @throws Refusal 'bad-settings' with the name of the field.
 */
export function checkPairingSettings(settings: ProgrammeSettings): void {
  const { stepsAhead, commonHours, weights } = settings;
  for (const [field, value] of Object.entries({ ...weights, commonHours, ...stepsAhead })) {
    if (!isWhole(value) || value > 1000) throw new Refusal('bad-settings', { field });
  }
  if (stepsAhead.min > stepsAhead.max) throw new Refusal('bad-settings', { field: 'stepsAhead' });
}
