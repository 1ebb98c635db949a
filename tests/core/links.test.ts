import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { chatLink, meetingLink, shortName } from '../../bot/core/links.ts';

describe('links into Teams', () => {
  it('carry people, topic and draft, whatever the signs in them', () => {
    const link = new URL(
      chatLink({ emails: ['a&b@x.de', 'ç+d@x.de'], topic: 'Anna & Zoë #1', draft: 'Hi?\n100 %' }),
    );
    assert.equal(link.origin + link.pathname, 'https://teams.microsoft.com/l/chat/0/0');
    assert.equal(link.searchParams.get('users'), 'a&b@x.de,ç+d@x.de');
    assert.equal(link.searchParams.get('topicName'), 'Anna & Zoë #1');
    assert.equal(link.searchParams.get('message'), 'Hi?\n100 %');
    assert.equal(link.hash, '');
  });

  it('name a meeting and invite to it', () => {
    const link = new URL(meetingLink({ emails: ['z@x.de'], subject: 'دانا & 👩‍🚀' }));
    assert.equal(link.pathname, '/l/meeting/new');
    assert.equal(link.searchParams.get('subject'), 'دانا & 👩‍🚀');
    assert.equal(link.searchParams.get('attendees'), 'z@x.de');
  });

  it('never fail and give back what went in, for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const link = new URL(meetingLink({ emails: ['z@x.de'], subject: shortName(name) }));
        assert.equal(link.searchParams.get('subject'), shortName(name));
        assert.ok(Array.from(shortName(name)).length <= 60);
      }),
    );
    assert.doesNotThrow(() => chatLink({ emails: ['a@x.de'], topic: 'half \uD83D' }));
  });
});
