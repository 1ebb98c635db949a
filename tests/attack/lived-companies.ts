/** Companies of made-up people over many months: some come, some go, some get another manager, some answer. */
import { asId } from '../../bot/core/ids.ts';
import type { PersonId } from '../../bot/core/ids.ts';
import type { PeriodAnswers } from '../../bot/core/ports/privacy.ts';
import type { Period } from '../../bot/core/privacy/release.ts';
import { randomFrom } from '../../bot/demo/random.ts';
import type { Random } from '../../bot/demo/random.ts';

interface Employee {
  readonly id: PersonId;
  managerId: PersonId | null;
  isMember: boolean;
  /** How likely they answer in a month. */
  readonly answers: number;
  meetings: number;
}

/** One company's months, each as the release is given it: 40 to 400 people, of whom up to 4 % change in a month. */
export function livedCompany(seed: number, months: number): readonly Period[] {
  const random = randomFrom(seed);
  const people: Employee[] = [];
  const width = random.between(3, 14);
  const size = random.between(40, 400);
  const joining = random.between(3, 9) / 10;
  let count = 0;
  const hire = (): void => {
    const at = people.length === 0 ? 0 : Math.floor((random.next() * people.length) / width);
    people.push({
      id: asId(`p${count++}`),
      managerId: people[at]?.id ?? null,
      isMember: random.chance(joining),
      answers: random.between(5, 10) / 10,
      meetings: 0,
    });
  };
  while (people.length < size) hire();
  const churn = random.between(0, 4) / 100;
  return Array.from({ length: months }, (_, month) => {
    if (month > 0) liveOn(people, churn, random, hire);
    return periodOf(people, random);
  });
}

function liveOn(people: Employee[], churn: number, random: Random, hire: () => void): void {
  for (const person of people.slice()) {
    if (random.chance(churn / 2)) leave(people, person);
    else if (random.chance(churn / 4)) move(people, person, random);
    if (!person.isMember && random.chance(churn)) person.isMember = true;
    if (random.chance(churn)) hire();
  }
}

/** Those below get the manager above, so that nobody's line ends at someone who is not there. */
function leave(people: Employee[], leaver: Employee): void {
  if (leaver.managerId === null) return;
  people.splice(people.indexOf(leaver), 1);
  for (const one of people) if (one.managerId === leaver.id) one.managerId = leaver.managerId;
}

/** To the manager of somebody who came before, so that there are no circles. */
function move(people: readonly Employee[], mover: Employee, random: Random): void {
  const before = people.slice(0, people.indexOf(mover));
  const other = before[random.between(0, Math.max(0, before.length - 1))];
  if (other !== undefined && mover.managerId !== null) mover.managerId = other.managerId ?? other.id;
}

function periodOf(people: readonly Employee[], random: Random): Period {
  const lines = people.map(({ id, managerId }) => ({ personId: id, managerId }));
  const answers = people.filter((one) => one.isMember).map((one) => answersOf(one, random));
  return { lines, answers };
}

function answersOf(person: Employee, random: Random): PeriodAnswers {
  const some = (): readonly number[] =>
    random.chance(person.answers)
      ? Array.from({ length: random.between(1, 4) }, () => random.between(1, 5))
      : [];
  person.meetings += random.between(0, 3);
  return {
    personId: person.id,
    joined: true,
    paired: random.chance(0.6),
    moods: some(),
    helped: some(),
    meetings: person.meetings,
  };
}
