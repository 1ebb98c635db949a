import assert from 'node:assert/strict';
import { contactsFor, emergencyNumbers, isHardDay } from '../../bot/core/care.ts';
import type { HelpContact } from '../../bot/core/programme.ts';

const contact = (country: string, name: string, emergency: string): HelpContact => ({
  country,
  name,
  phone: '1',
  url: null,
  hours: 'always',
  emergency,
});

describe('care', () => {
  const contacts = [contact('DE', 'a', '112'), contact('DE', 'b', '112'), contact('*', 'c', '911')];

  it('names the contacts of the country, or those for everywhere else', () => {
    assert.deepEqual(
      contactsFor(contacts, 'de').map(({ name }) => name),
      ['a', 'b'],
    );
    assert.deepEqual(
      contactsFor(contacts, 'US').map(({ name }) => name),
      ['c'],
    );
    assert.deepEqual(contactsFor([], 'US'), []);
  });

  it('says each emergency number once', () => {
    assert.deepEqual(emergencyNumbers(contacts), ['112', '911']);
  });

  it('takes the two lowest for a hard day and no other', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((mood) => isHardDay(mood as 1 | 2 | 3 | 4 | 5)),
      [true, true, false, false, false],
    );
  });
});
