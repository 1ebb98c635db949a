import type { ProposalId } from '../../core/ids.ts';
import type { Message } from '../../core/ports/messaging.ts';
import type { Answer } from '../../core/round.ts';
import { ANSWERS } from '../../core/round.ts';
import { wordsIn } from '../../words/words.ts';
import type { CardKey } from './kit.ts';
import { asMessage, button, card, text, title } from './kit.ts';
import type { PairView } from './parts.ts';
import { dayIn, namesOf, partnerBox, several, sideOf, whyThem } from './parts.ts';

export interface ProposalView extends PairView {
  readonly proposal: ProposalId;
  readonly expiresAt: Date | null;
  readonly occurrence?: string;
}

/** Who is suggested, why, and what happens next. Nothing is preselected and every answer is one tap. */
export function proposalCard(view: ProposalView): Message {
  const words = wordsIn(view.locale, 'proposals');
  const side = sideOf(view);
  const heading = words(`proposal.title.${side}`);
  const until =
    view.expiresAt === null ? '' : ` ${words('proposal.until', { date: dayIn(view.expiresAt, view) })}`;
  const content = card({
    locale: view.locale,
    speak: heading,
    body: [
      title(heading),
      text(words(`proposal.lead.${side}`, { names: namesOf(view) })),
      ...view.partners.map((partner) => partnerBox(view, partner)),
      ...whyThem(view),
      text(`${words(`proposal.next${several(view)}`)}${until}`, {
        subtle: true,
        separator: true,
      }),
    ],
    actions: ANSWERS.map((answer) =>
      button({
        title: words(`proposal.${answer}`),
        verb: `proposal.${answer}`,
        key: keyOf(view),
        ...(answer === 'yes' && { style: 'positive' }),
      }),
    ),
  });
  return asMessage(content, words('summary.suggestion'));
}

function keyOf({ proposal, occurrence }: ProposalView): CardKey {
  return { subject: proposal, version: 1, ...(occurrence !== undefined && { occurrence }) };
}

/** The answer to a press, where it does not make the pairing: said kindly, and nobody is told why. */
export function answeredCard(
  view: Pick<ProposalView, 'locale' | 'timeZone' | 'expiresAt'>,
  answer: Answer | 'closed',
): Message {
  const words = wordsIn(view.locale, 'proposals');
  const heading = words(`answered.${answer}.title`);
  const line =
    answer !== 'yes'
      ? words(`answered.${answer}.text`)
      : view.expiresAt === null
        ? words('answered.yes.waiting_open')
        : words('answered.yes.waiting', { date: dayIn(view.expiresAt, view) });
  const content = card({ locale: view.locale, speak: heading, body: [title(heading), text(line)] });
  return asMessage(content, words('summary.news'));
}
