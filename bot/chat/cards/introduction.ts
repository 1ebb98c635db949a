import type { PairingId } from '../../core/ids.ts';
import { chatLink, meetingLink, shortName } from '../../core/links.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import type { Action, CardKey, Element } from './kit.ts';
import { asMessage, bullets, button, card, openUrl, subtitle, text, title } from './kit.ts';
import type { PairView } from './parts.ts';
import { dayIn, listed, namesOf, nameOf, partnerBox, plainNamesOf, whyThem } from './parts.ts';

export interface PairingView extends PairView {
  readonly pairing: PairingId;
  readonly endsAt: Date;
  readonly occurrence?: string;
}

/** Both are introduced: how to begin, what to expect, and that one may leave without a reason. */
export function introductionCard(view: PairingView): Message {
  const words = wordsIn(view.locale, 'proposals');
  const everyone = [view.myName, ...view.partners.map(({ name }) => name)];
  const heading = words('introduction.title', {
    names: listed(
      view.locale,
      everyone.map((name) => nameOf(shortName(name, 60))),
    ),
  });
  const content = card({
    locale: view.locale,
    speak: heading,
    body: [
      title(heading),
      text(words(view.partners.length > 1 ? 'introduction.lead' : 'introduction.lead_two')),
      ...view.partners.map((partner) => partnerBox(view, partner)),
      ...howToBegin(view),
      ...whyThem(view),
      text(words('introduction.length', { date: dayIn(view.endsAt, view) }), {
        subtle: true,
        separator: true,
      }),
    ],
    actions: [
      ...meetActions(view),
      button({ title: words('introduction.no-fit'), verb: 'pairing.fit', key: pairingKey(view) }),
    ],
  });
  return asMessage(content, words('summary.news'));
}

/** A chat and a meeting with the partners, names filled in; the person sends and books themselves. */
export function meetActions(view: PairView): readonly Action[] {
  const words = wordsIn(view.locale, 'proposals');
  const emails = view.partners.map(({ email }) => email).filter((email) => email !== '');
  if (emails.length === 0) return [];
  const names = listed(
    view.locale,
    [view.myName, ...view.partners.map(({ name }) => name)].map((name) => shortName(name)),
  );
  return [
    openUrl(words('introduction.chat', { names: plainNamesOf(view) }), chatLink({ emails, topic: names })),
    openUrl(
      words('introduction.meet'),
      meetingLink({ emails, subject: words('introduction.subject', { names }) }),
    ),
  ];
}

export function pairingKey({ pairing, occurrence }: Pick<PairingView, 'pairing' | 'occurrence'>): CardKey {
  return { subject: pairing, version: 1, ...(occurrence !== undefined && { occurrence }) };
}

function howToBegin(view: PairingView): readonly Element[] {
  const words = wordsIn(view.locale, 'proposals');
  const names = namesOf(view);
  const mentoring = view.kind === 'mentoring' && view.myRole !== 'peer';
  const expect = mentoring
    ? view.myRole
    : view.kind === 'trio' || view.kind === 'circle'
      ? view.kind
      : 'peer';
  return [
    subtitle(words('introduction.starter')),
    text(words(`introduction.starter_${mentoring ? `mentoring_${view.myRole}` : 'other'}`, { names }), {
      spacing: 'Small',
    }),
    subtitle(words('introduction.expect')),
    ...bullets([
      words(`introduction.expect_${expect}`, { names }),
      words('introduction.expect_secret'),
      words('introduction.expect_start'),
    ]),
  ];
}
