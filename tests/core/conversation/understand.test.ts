import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { understand } from '../../../bot/core/conversation/understand.ts';
import type { Intent } from '../../../bot/core/conversation/understand.ts';

const TODAY = '2025-12-10';
const command = (name: string) => ({ kind: 'command', command: name }) as Intent;
const other = (side: 'offer' | 'need' | null = null): Intent => ({ kind: 'other', side });

const CASES: readonly (readonly [Intent, readonly string[]])[] = [
  [command('help'), ['help', 'HELP!', 'hlep', 'Hilfe bitte', 'what can you do?', 'was kannst du']],
  [command('hello'), ['hi', 'Hello', 'Hallo', 'Guten Morgen', 'moin']],
  [
    command('leave'),
    ['stop', 'STOP', 'Stopp!', 'leave', 'I want to leave the programme', 'abmelden', 'unsubscribe'],
  ],
  [command('join'), ['join', 'sign up', 'mitmachen', 'ich bin dabei', "I'm in"]],
  [command('resume'), ['resume', "I'm back", 'weitermachen', 'bin zurück', 'resum']],
  [
    command('my-data'),
    ['my data', 'show me my data', 'Meine Daten', 'export my data', 'what do you know about me'],
  ],
  [
    command('missed'),
    [
      'did I miss something?',
      'have i missed anything',
      'what did I miss',
      'Habe ich etwas verpasst?',
      'was verpasst',
    ],
  ],
  [
    command('who-sees'),
    [
      'can my boss see what I write here??',
      'Hey, will HR read this?',
      'is what I say here anonymous?',
      'sieht meine Chefin, was ich hier schreibe?',
      'Bleibt das hier vertraulich?',
    ],
  ],
  [
    command('how-it-works'),
    [
      'hey, what is this thing?',
      'what do you do?',
      'so how does this bot work?',
      'Was ist das hier eigentlich?',
    ],
  ],
  [command('missed'), ['did I miss something from you?', 'Habe ich von dir etwas verpasst?']],
  [command('join'), ["I'd like to take part", 'ich möchte gerne mitmachen', 'how do I join?']],
  [command('my-data'), ['what do you actually know about me?', 'was speicherst du eigentlich über mich?']],
  [
    command('erase'),
    ['please remove all my answers', 'delete my data', 'erase my data', 'Daten löschen', 'forget me'],
  ],
  [command('who-sees'), ['who can see what', 'Who can see this?', 'wer sieht was', 'does my boss see this?']],
  [command('profile'), ['my profile', 'settings', 'Einstellungen']],
  [command('yes'), ['yes', 'ok', 'ja', 'klar', "that's right"]],
  [command('no'), ['no', 'nope', 'nein danke', 'none of these']],
  [command('skip'), ['skip', 'not now', 'nichts', 'weiß nicht']],
  [command('thanks'), ['thanks!', 'vielen Dank']],
  [
    { kind: 'pause', until: '2026-01-03' },
    ['pause until 3 January', 'Pause bis 3. Januar', 'Urlaub bis 3.1.', 'on vacation until jan 3'],
  ],
  [
    { kind: 'pause', until: '2025-12-24' },
    ['pause 2 weeks', 'pause for two weeks', 'Pause 2 Wochen', 'break for 2 weeks'],
  ],
  [{ kind: 'pause', until: null }, ['pause', 'paus', 'pausieren', 'I need a break']],
  [{ kind: 'pause', until: '2020-01-01' }, ['pause until 1.1.2020']],
  [{ kind: 'change', part: 'hours' }, ['my hours', 'change my hours', 'Stunden ändern', 'meine Arbeitszeit']],
  [{ kind: 'change', part: 'languages' }, ['my languages', 'Sprachen']],
  [{ kind: 'change', part: 'rhythm' }, ['how often', 'Rhythmus ändern']],
  [{ kind: 'change', part: 'needs' }, ['my needs', 'change my needs']],
  [{ kind: 'topics' }, ['my topics', 'Meine Themen', 'change topics']],
  [
    { kind: 'speak', locale: 'de' },
    ['language deutsch', 'auf deutsch bitte', 'speak german', 'Sprache Deutsch'],
  ],
  [{ kind: 'speak', locale: 'en' }, ['english please', 'Sprache Englisch', 'auf englisch']],
  [{ kind: 'speak', locale: null }, ['language', 'language french']],
  [
    { kind: 'danger' },
    ['I want to die', 'ich will nicht mehr leben', 'thinking about suicide', 'I could kill myself'],
  ],
  [
    other('need'),
    ['I now face rust', 'struggling with burnout', 'ich brauche Hilfe bei Kubernetes', 'I want to learn go'],
  ],
  [
    other('offer'),
    ['I came through burnout', 'I can help with kubernetes', 'Elternzeit habe ich hinter mir'],
  ],
  [
    other(),
    [
      'kubernetes and i just moved to managing ppl',
      'back from parental leave',
      'maternity leave',
      'Germany',
      'my manager reads everything that I write',
      'what it is like to come back after a year away from the team that I knew and the people in it',
      'killing it at work',
      'my server died',
      '',
    ],
  ],
];

describe('what a message asks for', () => {
  for (const [intent, messages] of CASES) {
    for (const message of messages) {
      it(`reads “${message}” as ${JSON.stringify(intent)}`, () => {
        assert.deepEqual(understand(message, TODAY), intent);
      });
    }
  }

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.ok(understand(text, TODAY).kind)),
    );
  });
});
