import type { PersonId } from '../core/ids.ts';
import type { Locale, Person } from '../core/person.ts';
import type { Reads } from '../core/ports/store.ts';
import type { PairingKind, Reason, Role } from '../core/round.ts';
import type { Clock } from '../core/working-time.ts';
import { clockOf, commonWindow, onClock } from '../core/working-time.ts';
import { reasonsInWords } from '../words/reasons.ts';
import type { Partner, PairView } from './cards/parts.ts';
import { nameOf } from './cards/parts.ts';

/** What a proposal and a pairing have in common. */
export interface Together {
  readonly kind: PairingKind;
  readonly people: readonly { readonly personId: PersonId; readonly role: Role }[];
  readonly reasons: readonly Reason[];
}

/** Who looks, in which language, and when. */
export interface Viewer {
  readonly person: PersonId;
  readonly locale: Locale;
  readonly at: Date;
}

/**
 * A proposal or pairing in the words and on the clock of one side; null for who is no side of it. Partners who have
 * left the company are not in it.
 */
export async function pairView(reads: Reads, together: Together, viewer: Viewer): Promise<PairView | null> {
  const people = await reads.people.byIds(together.people.map(({ personId }) => personId));
  const me = people.get(viewer.person);
  const mine = together.people.find(({ personId }) => personId === viewer.person);
  if (me === undefined || mine === undefined) return null;
  const clock = clockOf(me, await reads.people.preferences(me.id));
  const partners: Partner[] = [];
  for (const { personId, role } of together.people) {
    const partner = people.get(personId);
    if (partner === undefined || partner.leftAt !== null || personId === viewer.person) continue;
    partners.push(await partnerOf(reads, { partner, role, clock, at: viewer.at }));
  }
  return {
    locale: viewer.locale,
    timeZone: clock.timeZone,
    kind: together.kind,
    myRole: mine.role,
    myName: me.displayName,
    partners,
    reasons: await reasonsInWords(reads, together, { ...viewer, literal: nameOf }),
  };
}

async function partnerOf(
  reads: Reads,
  { partner, role, clock, at }: { partner: Person; role: Role; clock: Clock; at: Date },
): Promise<Partner> {
  const theirs = clockOf(partner, await reads.people.preferences(partner.id));
  return {
    name: partner.displayName,
    title: partner.jobTitle,
    department: partner.department,
    email: partner.email,
    role,
    zone: { city: cityOf(theirs.timeZone), hoursAhead: hoursAhead(theirs, clock, at) },
    shared: commonWindow(clock, theirs, at),
  };
}

/** `America/Argentina/Buenos_Aires` is Buenos Aires to people. */
function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

function hoursAhead(theirs: Clock, mine: Clock, at: Date): number {
  const offset = ({ timeZone }: Clock): number => onClock(at, timeZone).offset;
  return (offset(theirs) - offset(mine)) / 60;
}
