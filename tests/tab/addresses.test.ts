import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addressOf } from '../../tab/src/api/client.ts';
import { contactDraft, readContact } from '../../tab/src/features/programme/help-contact-draft.ts';
import { hashOf, placeOf } from '../../tab/src/shell/address.ts';
import { nearestLanguage } from '../../tab/src/words/words.ts';

describe('a place in the tab', () => {
  const pathname = '/tab/';

  it('is read from the hash, else from the query, else from the path', () => {
    assert.deepEqual(placeOf({ hash: '#/programme/rounds/17', search: '', pathname }), [
      'programme',
      'rounds',
      '17',
    ]);
    assert.deepEqual(placeOf({ hash: '', search: '?view=team', pathname }), ['team']);
    assert.deepEqual(placeOf({ hash: '#/team', search: '?view=programme', pathname }), ['team']);
    assert.deepEqual(placeOf({ hash: '', search: '', pathname }), []);
    assert.deepEqual(placeOf({ hash: '', search: '', pathname: '/tab/programme/rounds' }), [
      'programme',
      'rounds',
    ]);
  });

  it('survives being written and read, whatever its parts are', () => {
    const part = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (place) => {
        assert.deepEqual(placeOf({ hash: hashOf(place), search: '', pathname }), place);
      }),
    );
  });

  it('is not broken by an address that is', () => {
    assert.deepEqual(placeOf({ hash: '#/%E0%A4%A', search: '', pathname }), ['%E0%A4%A']);
  });
});

describe('a request', () => {
  it('fills in and escapes its parameters, and leaves out what is empty', () => {
    const request = { params: { id: 'a/b?c' }, query: { search: 'zoë & co', offset: 0, state: undefined } };
    assert.deepEqual(addressOf('programmePeople', request), {
      method: 'GET',
      path: '/api/programmes/a%2Fb%3Fc/people?search=zo%C3%AB+%26+co&offset=0',
    });
    assert.deepEqual(addressOf('eraseMyData'), { method: 'DELETE', path: '/api/my-data' });
  });
});

describe('a help contact', () => {
  const good = { ...contactDraft(null), name: 'Line', phone: '112', hours: 'always', emergency: '112' };

  it('needs everything but a web page', () => {
    assert.equal(readContact(good).wrong.size, 0);
    assert.deepEqual([...readContact(contactDraft(null)).wrong].sort(), [
      'emergency',
      'hours',
      'name',
      'phone',
    ]);
  });

  it('takes web addresses only', () => {
    assert.equal(readContact({ ...good, url: ' https://example.com ' }).contact.url, 'https://example.com');
    for (const url of ['example', 'javascript:alert(1)']) {
      assert.ok(readContact({ ...good, url }).wrong.has('url'), url);
    }
  });
});

describe('nearestLanguage', () => {
  it('takes the region off, and falls back to English', () => {
    assert.equal(nearestLanguage('de-AT'), 'de');
    assert.equal(nearestLanguage('DE'), 'de');
    assert.equal(nearestLanguage('fr-FR'), 'en');
  });
});
