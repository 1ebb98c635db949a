import { chatLink, meetingLink, shortName } from '../core/links.ts';
import type { PersonId } from '../core/ids.ts';
import type { Person } from '../core/person.ts';
import type { PairingKind, Reason, Role } from '../core/round.ts';
import { reasonsInWords } from '../words/reasons.ts';
import { wordsIn } from '../words/words.ts';
import { personCard } from './cards.ts';
import type { PartnerView } from './contract.ts';
import type { Asker } from './asker.ts';

/** What a proposal and a pairing have in common. */
export interface Together {
  readonly kind: PairingKind;
  readonly people: readonly { readonly personId: PersonId; readonly role: Role }[];
  readonly reasons: readonly Reason[];
}

/**
 * A proposal or pairing as one of its sides sees it; those who have left the company are not in it. How to reach
 * the others is there once all have said yes, which `agreed` tells.
 */
export async function partnerView(asker: Asker, together: Together, agreed: boolean): Promise<PartnerView> {
  const { deps, person, locale } = asker;
  const others = await othersIn(asker, together);
  const mine = together.people.find(({ personId }) => personId === person.id);
  return {
    partners: others.map(({ person, role }) => ({
      ...personCard(person),
      role,
      chatUrl: agreed ? chatUrl(asker, [person]) : null,
    })),
    myRole: mine?.role ?? 'peer',
    kind: together.kind,
    reasons: await reasonsInWords(deps.store.reads, together, { person: person.id, locale, at: deps.now() }),
  };
}

/** A new meeting with all the others invited; null where nobody is left to meet. */
export async function meetUrl(asker: Asker, together: Together): Promise<string | null> {
  const others = (await othersIn(asker, together)).map(({ person }) => person);
  return others.length === 0
    ? null
    : meetingLink({ emails: emailsOf(others), subject: subjectOf(asker, others) });
}

const chatUrl = (asker: Asker, others: readonly Person[]): string =>
  chatLink({ emails: emailsOf(others), topic: subjectOf(asker, others) });

const emailsOf = (people: readonly Person[]): readonly string[] => people.map((person) => person.email);

function subjectOf({ person, locale }: Asker, others: readonly Person[]): string {
  const names = [person, ...others].map(({ displayName }) => shortName(displayName));
  return wordsIn(locale, 'proposals')('introduction.subject', { names: names.join(', ') });
}

async function othersIn(
  { deps, person }: Asker,
  { people }: Together,
): Promise<readonly { readonly person: Person; readonly role: Role }[]> {
  const known = await deps.store.reads.people.byIds(people.map(({ personId }) => personId));
  return people.flatMap(({ personId, role }) => {
    const other = known.get(personId);
    return personId === person.id || other === undefined || other.leftAt !== null
      ? []
      : [{ person: other, role }];
  });
}
