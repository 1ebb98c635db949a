/**
 * Everything the product can say no to. Each code has its words in every language
 * (chat/locales, tab/src/locales) and its HTTP status (api/errors.ts); both tables are total.
 */
export const REFUSAL_CODES = [
  'malformed', // the input could not be understood
  'not-found', // it does not exist, or this person may not know that it does
  'not-signed-in', // no valid sign-in came with the request
  'not-in-directory', // Teams knows this person, the company's directory does not
  'not-a-member', // asks for something that only members of the programme have
  'already-a-member',
  'already-answered', // a proposal that this person has answered before
  'proposal-closed', // expired, withdrawn, or declined by the other side
  'no-capacity', // the mentor's last place has gone
  'not-active', // the pairing has ended
  'too-long', // text above the limit of limits.ts
  'too-many', // more topics, contacts or people than the limit of limits.ts
  'unknown-topic',
  'bad-hours', // working hours that are empty or run backwards
  'date-in-past',
  'no-help-contacts', // a programme cannot start without whom to call
  'programme-not-running',
  'round-already-sent',
  'pin-breaks-rule', // two people set together by hand whom a hard rule keeps apart; facts name the rule
  'round-outdated', // people changed since the preview; preview again
  'last-coordinator',
  'bad-settings', // a programme's settings contradict each other
  'file-unreadable', // not a CSV that can be read; facts say why
  'bad-rows', // a CSV with rows that cannot come in; facts hold the first of them
  'too-large',
  'too-fast', // rate limit
  'called-off', // whoever asked has gone before the answer was there; nothing was saved
  'already-settled', // a message that is no longer unclear, or whose time has passed
  'try-again', // the store is away; nothing was saved
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Facts fill the placeholders of the sentence for a code: counts, names of fields, never anyone's text. */
export type RefusalFacts = Readonly<Record<string, string | number>>;

/** The domain says no. Thrown, so that the transaction around it rolls back; put into words at the edges only. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
