import assert from 'node:assert/strict';
import { settingsBody } from '../../bot/api/schemas.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import { checkSettings } from '../../bot/core/settings.ts';
import { draftOf, FIGURES, LISTS, readDraft } from '../../tab/src/features/programme/settings-draft.ts';
import type { FigureName, ListName, SettingsDraft } from '../../tab/src/features/programme/settings-draft.ts';

const figures = Object.keys(FIGURES) as FigureName[];
const lists = Object.keys(LISTS) as ListName[];
const draft = draftOf(DEFAULT_SETTINGS);

function accepted(changed: SettingsDraft): boolean {
  const { settings } = readDraft(changed);
  if (!settingsBody.safeParse({ version: 1, settings }).success) return false;
  try {
    checkSettings(settings);
    return true;
  } catch {
    return false;
  }
}

/** The form and the server must agree on every one of these. */
function agree(changed: SettingsDraft): void {
  const clean = Object.keys(readDraft(changed).problems).length === 0;
  assert.equal(clean, accepted(changed), JSON.stringify(changed));
}

describe('the settings form', () => {
  it('reads back what it was given', () => {
    assert.deepEqual(readDraft(draft), { settings: DEFAULT_SETTINGS, problems: {} });
  });

  it('takes each figure at its ends and not beyond them, as the server does', () => {
    for (const name of figures) {
      const { min, max } = FIGURES[name];
      for (const value of [min - 1, min, max, max + 1]) agree({ ...draft, [name]: String(value) });
      assert.equal(readDraft({ ...draft, [name]: String(max + 1) }).problems[name], 'range');
    }
  });

  it('takes lists at their ends and not beyond them, as the server does', () => {
    for (const name of lists) {
      const { min, max } = LISTS[name].each;
      for (const value of [min - 1, min, max, max + 1]) agree({ ...draft, [name]: String(value) });
    }
    agree({ ...draft, nudgeDays: '1 2 3 4 5 6' });
    agree({ ...draft, nudgeDays: '' });
    agree({ ...draft, checkInWeeks: '' });
  });

  it('refuses what contradicts itself, as the server does', () => {
    agree({ ...draft, stepsMin: '3', stepsMax: '2' });
    agree({ ...draft, nudgeDays: '5, 30', closeDays: '30' });
    agree({ ...draft, pairingWeeks: '8' });
    agree({ ...draft, experience: '0', skill: '0', step: '0', hours: '0', otherDepartment: '0' });
  });

  it('refuses text that is no whole number', () => {
    for (const text of ['', 'three', '3.5', '-1', '1e3']) {
      assert.equal(readDraft({ ...draft, commonHours: text }).problems.commonHours, 'range', text);
    }
    assert.equal(readDraft({ ...draft, nudgeDays: '5, soon' }).problems.nudgeDays, 'range');
  });

  it('sorts a list and takes out what stands twice', () => {
    assert.deepEqual(readDraft({ ...draft, checkInWeeks: '3;1, 2 2' }).settings.checkInWeeks, [1, 2, 3]);
  });
});
