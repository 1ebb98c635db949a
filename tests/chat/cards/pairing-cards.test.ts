import assert from 'node:assert/strict';
import type { CheckInId, PairingId, ProposalId } from '../../../bot/core/ids.ts';
import { asId } from '../../../bot/core/ids.ts';
import type { Message } from '../../../bot/core/ports/messaging.ts';
import { LOCALES } from '../../../bot/core/person.ts';
import type { Locale } from '../../../bot/core/person.ts';
import type { PairingKind, Role } from '../../../bot/core/round.ts';
import { ANSWERS } from '../../../bot/core/round.ts';
import { MOODS } from '../../../bot/core/check-in.ts';
import { breathCard } from '../../../bot/chat/cards/breath.ts';
import { careCard } from '../../../bot/chat/cards/care.ts';
import { connectedCard, doneCard, helpedCard, moodCard, overCard } from '../../../bot/chat/cards/check-in.ts';
import { renewalOfferCard, silenceOfferCard } from '../../../bot/chat/cards/close-offer.ts';
import { endedCard } from '../../../bot/chat/cards/ended.ts';
import { coordinatorCard, fitCard, wordCard } from '../../../bot/chat/cards/fit.ts';
import { hardDayCard } from '../../../bot/chat/cards/hard-day.ts';
import { introductionCard } from '../../../bot/chat/cards/introduction.ts';
import { leftOutCard } from '../../../bot/chat/cards/left-out.ts';
import { movedOnCard } from '../../../bot/chat/cards/moved-on.ts';
import { nudgeCard } from '../../../bot/chat/cards/nudge.ts';
import { oneLessCard } from '../../../bot/chat/cards/one-less.ts';
import type { Partner } from '../../../bot/chat/cards/parts.ts';
import { answeredCard, proposalCard } from '../../../bot/chat/cards/proposal.ts';
import { welcomeBackCard } from '../../../bot/chat/cards/welcome-back.ts';
import { newId } from '../../../bot/new-id.ts';
import { actionsOf, cardOf, faultsOf, wordsOf } from '../../helpers/card-oracle.ts';

const NAMES = {
  plain: 'Ada Lovelace',
  longest: 'ſ*'.repeat(100),
  'right to left': 'محمد بن سلمان',
  emoji: '👩🏽‍🚀'.repeat(28),
  markdown: '[Bo](http://evil.example) **x** <at>all</at>',
  'half an emoji': 'Bo \uD83D',
  'a placeholder': '{{names}} $t(nobody)',
} as const;

function aPartner(name: string, changes: Partial<Partner> = {}): Partner {
  return {
    name,
    title: name.slice(0, 200),
    department: 'Platform',
    email: 'ada@example.com',
    role: 'mentor',
    zone: { city: 'Kolkata', hoursAhead: 4.5 },
    shared: { startMinute: 540, endMinute: 750 },
    ...changes,
  };
}

interface Case {
  readonly locale: Locale;
  readonly name: string;
  readonly kind: PairingKind;
  readonly myRole: Role;
}

/** How many others there are, where it is not one. */
const OTHERS: Partial<Record<PairingKind, number>> = { trio: 2, circle: 4 };

function views({ locale, name, kind, myRole }: Case) {
  const view = {
    locale,
    timeZone: 'Europe/Berlin',
    kind,
    myRole,
    myName: name,
    partners: Array.from({ length: OTHERS[kind] ?? 1 }, (_none, at) =>
      aPartner(name, at === 0 ? {} : { shared: null }),
    ),
    reasons: Array.from({ length: 9 }, () => name.repeat(4)),
    occurrence: newId(),
  };
  const at = new Date('2026-11-12T10:00:00Z');
  return {
    proposal: { ...view, proposal: asId<ProposalId>(newId()), expiresAt: at },
    pairing: { ...view, pairing: asId<PairingId>(newId()), endsAt: at },
    checkIn: { ...view, checkIn: { id: asId<CheckInId>(newId()), week: 3 } },
  };
}

function everyCard(one: Case): Readonly<Record<string, Message>> {
  const { proposal, pairing, checkIn } = views(one);
  const { locale, name } = one;
  const contact = { country: '*', name, phone: '+49 800 111 0 111', url: 'https://x.example', hours: name };
  const contacts = Array.from({ length: 9 }, (_, n) => ({ ...contact, emergency: `11${n}` }));
  const key = { subject: newId(), version: 1 };
  const coordinators = Array.from({ length: 9 }, () => ({ name, email: 'c@example.com' }));
  return {
    proposal: proposalCard(proposal),
    ...Object.fromEntries(ANSWERS.map((answer) => [answer, answeredCard(proposal, answer)])),
    open: answeredCard({ ...proposal, expiresAt: null }, 'yes'),
    closed: answeredCard(proposal, 'closed'),
    introduction: introductionCard(pairing),
    'moved-on': movedOnCard(locale),
    'left-out': leftOutCard({ locale, causes: [name, name], remedies: [name] }),
    'left-out without causes': leftOutCard({ locale, causes: [], remedies: [] }),
    mood: moodCard(checkIn),
    ...Object.fromEntries(MOODS.map((mood) => [`connected ${mood}`, connectedCard(checkIn, mood)])),
    'hard day': hardDayCard(checkIn, 1),
    helped: helpedCard(checkIn),
    'done planned': doneCard(checkIn, 'planned'),
    'done not yet': doneCard(checkIn, 'not-yet'),
    'done low': doneCard(checkIn, { helped: 1 }),
    'done high': doneCard(checkIn, { helped: 5 }),
    over: overCard(checkIn),
    care: careCard({ locale, contacts, country: 'DE', checkIn: checkIn.checkIn.id }),
    'care without contacts': careCard({ locale, contacts: [], country: 'DE' }),
    breath: breathCard({ locale, checkIn: checkIn.checkIn.id }),
    nudge: nudgeCard(pairing),
    'silence offer': silenceOfferCard(pairing),
    'renewal offer': renewalOfferCard(pairing, 12),
    ended: endedCard(locale, false),
    'ended by me': endedCard(locale, true),
    'one less': oneLessCard(locale, [name, name]),
    fit: fitCard(locale, key),
    coordinators: coordinatorCard(locale, coordinators, key),
    'no coordinator': coordinatorCard(locale, [], key),
    word: wordCard(locale, 'a', 'b'),
    'welcome back': welcomeBackCard(locale, name),
  };
}

const SIDES: readonly Pick<Case, 'kind' | 'myRole'>[] = [
  { kind: 'mentoring', myRole: 'mentor' },
  { kind: 'mentoring', myRole: 'mentee' },
  { kind: 'exchange', myRole: 'peer' },
  { kind: 'peers', myRole: 'peer' },
  { kind: 'trio', myRole: 'mentee' },
  { kind: 'circle', myRole: 'peer' },
];

describe('the cards about pairings', () => {
  for (const locale of LOCALES) {
    for (const [what, name] of Object.entries(NAMES)) {
      it(`are sound for every kind of pair in ${locale}, with a name that is ${what}`, () => {
        for (const side of SIDES) {
          for (const [card, message] of Object.entries(everyCard({ locale, name, ...side }))) {
            const faults = faultsOf(cardOf(message)).filter(
              (fault) => what !== 'a placeholder' || !fault.startsWith('a hole'),
            );
            assert.deepEqual(faults, [], `${card}, ${side.kind} ${side.myRole}`);
          }
        }
      });
    }
  }

  it('would not pass with a fault in them', () => {
    const broken = { ...cardOf(movedOnCard('en')), body: [{ type: 'Input.Text' }, { type: 'Nothing' }] };
    assert.equal(faultsOf(broken).length, 2);
  });

  it('tell nothing in the notification', () => {
    for (const locale of LOCALES) {
      const all = Object.values(
        everyCard({ locale, name: 'Ada Lovelace', kind: 'mentoring', myRole: 'mentee' }),
      );
      const summaries = new Set(all.map((message) => ('summary' in message ? message.summary : '')));
      for (const summary of summaries) assert.match(summary, /^Alongside (has|says|hat|sagt) /);
      assert.ok(summaries.size <= 4);
    }
  });

  it('carry ids and taps in their buttons, never a name or a sentence', () => {
    const all = everyCard({ locale: 'en', name: 'Ada Lovelace', kind: 'trio', myRole: 'peer' });
    for (const message of Object.values(all)) {
      for (const { type, data } of actionsOf(cardOf(message))) {
        if (type === 'Action.Execute') assert.doesNotMatch(JSON.stringify(data), /Ada|Lovelace|example/);
      }
    }
  });

  it('never let a name become a link, a mention or formatting', () => {
    const { pairing } = views({ locale: 'en', name: NAMES.markdown, kind: 'peers', myRole: 'peer' });
    const words = wordsOf(cardOf(introductionCard({ ...pairing, reasons: [] }))).slice(0, -3);
    for (const line of words) assert.doesNotMatch(line, /(?<!\\)\[Bo|(?<!\\)<at>|(?<!\\)\*\*x/);
  });
});

const proposalText = (kind: PairingKind, myRole: Role): string =>
  wordsOf(cardOf(proposalCard(views({ locale: 'en', name: 'Ada', kind, myRole }).proposal))).join('\n');

const introductionText = (myRole: Role): string =>
  wordsOf(
    cardOf(introductionCard(views({ locale: 'en', name: 'Ada', kind: 'mentoring', myRole }).pairing)),
  ).join('\n');

describe('the proposal', () => {
  it('says who, why, until when and what happens next, and leaves three answers', () => {
    const { proposal: view } = views({ locale: 'en', name: 'Ada', kind: 'mentoring', myRole: 'mentee' });
    const card = cardOf(proposalCard({ ...view, reasons: ['You both know Kubernetes.'] }));
    const text = wordsOf(card).join('\n');
    for (const part of ['Ada', 'Platform', 'Kolkata, 4.5 h ahead of you', '- You both know Kubernetes.']) {
      assert.ok(text.includes(part), part);
    }
    assert.match(text, /until Thursday,? 12 November/);
    assert.match(text, /nobody is told who said no, or why/);
    assert.deepEqual(
      actionsOf(card).map(({ verb }) => verb),
      ['proposal.yes', 'proposal.not-this-one', 'proposal.not-now'],
    );
  });

  it('speaks to each role and kind in its own words', () => {
    const all = SIDES.map(({ kind, myRole }) => proposalText(kind, myRole).split('\n')[0]);
    assert.equal(new Set(all).size, SIDES.length);
    assert.match(proposalText('trio', 'peer'), /all three/);
    assert.match(proposalText('circle', 'peer'), /as long as three remain/);
  });
});

describe('the introduction', () => {
  it('opens a chat and a meeting with the other side, both names in it, and a way out', () => {
    const { pairing } = views({ locale: 'de', name: 'Zoë & Öz', kind: 'mentoring', myRole: 'mentor' });
    const [chat, meet, out] = actionsOf(cardOf(introductionCard({ ...pairing, myName: 'Bo' })));
    const chatUrl = new URL(chat?.url ?? '');
    const meetUrl = new URL(meet?.url ?? '');
    assert.equal(chatUrl.searchParams.get('users'), 'ada@example.com');
    assert.match(meetUrl.searchParams.get('subject') ?? '', /Bo und Zoë & Öz/);
    assert.equal(meetUrl.searchParams.get('attendees'), 'ada@example.com');
    assert.equal(out?.verb, 'pairing.fit');
  });

  it('lets the mentor begin with a mistake of their own', () => {
    assert.match(introductionText('mentor'), /one early mistake\. You go first/);
    assert.match(introductionText('mentee'), /one early mistake\. Ada goes first/);
    assert.match(introductionText('mentor'), /need not have answers/);
  });

  it('does without links where nobody has an address', () => {
    const { pairing } = views({ locale: 'en', name: 'Ada', kind: 'peers', myRole: 'peer' });
    const card = cardOf(introductionCard({ ...pairing, partners: [aPartner('Ada', { email: '' })] }));
    assert.deepEqual(
      actionsOf(card).map(({ type }) => type),
      ['Action.Execute'],
    );
  });
});

describe('care', () => {
  const contact = {
    country: 'DE',
    name: 'Line',
    phone: '0800 111 0 111',
    url: null,
    hours: 'day and night',
    emergency: '112',
  };
  const { checkIn } = views({ locale: 'en', name: 'Ada', kind: 'peers', myRole: 'peer' });

  it('acknowledges a hard day first, then offers choices, and nothing is one of them', () => {
    const card = cardOf(hardDayCard(checkIn, 1));
    const words = wordsOf(card);
    assert.match(words[1] ?? '', /hard day, and it is all right/);
    assert.deepEqual(
      actionsOf(card).map(({ verb, type }) => verb ?? type),
      ['Action.OpenUrl', 'care.breath', 'care.call', 'check-in.go-on'],
    );
    assert.doesNotMatch(words.join('\n'), /score|\b[1-5]\b|depress|diagnos|burn/i);
  });

  it('drafts a message that the person sends themselves', () => {
    const [peer] = actionsOf(cardOf(hardDayCard(checkIn, 2)));
    assert.match(new URL(peer?.url ?? '').searchParams.get('message') ?? '', /^Hi Ada, do you have a moment/);
  });

  it('names number, hours and emergency number of the country, and that nobody reads this live', () => {
    const words = wordsOf(cardOf(careCard({ locale: 'en', contacts: [contact], country: 'DE' }))).join('\n');
    assert.match(words, /\[0800 111 0 111\]\(tel:08001110111\)/);
    assert.match(words, /day and night/);
    assert.match(words, /call 112 now/);
    assert.match(words, /nobody reads this chat live/);
  });

  it('says on the first card that nobody else sees the answer, with words beside each face', () => {
    const card = cardOf(moodCard(checkIn));
    assert.match(wordsOf(card).join('\n'), /Only you see this answer: no manager, no coordinator, not Ada/);
    for (const { title } of actionsOf(card).slice(0, 5)) assert.match(title, /[a-z]{3}/i);
  });
});
