/**
 * Lived experiences: what someone can have come through, beside skills. The name is the topic's name in the store;
 * the German name and the aliases are other words for it, by which free text finds it.
 */
export interface Experience {
  readonly name: string;
  readonly german: string;
  readonly aliases: readonly string[];
}

export const EXPERIENCES: readonly Experience[] = [
  {
    name: 'Changing career',
    german: 'Den Beruf wechseln',
    aliases: [
      'career change',
      'new profession',
      'switching fields',
      'Berufswechsel',
      'Quereinstieg',
      'umgeschult',
    ],
  },
  {
    name: 'Leading people for the first time',
    german: 'Zum ersten Mal Menschen führen',
    aliases: [
      'first time manager',
      'new team lead',
      'moved to managing people',
      'became a manager',
      'first leadership role',
      'Teamleitung',
      'neue Führungskraft',
      'erste Führungsrolle',
    ],
  },
  {
    name: 'First months in a new job',
    german: 'Die ersten Monate im neuen Job',
    aliases: [
      'new here',
      'just started',
      'joined recently',
      'onboarding',
      'neu hier',
      'gerade angefangen',
      'Einarbeitung',
    ],
  },
  {
    name: 'Working remotely',
    german: 'Aus der Ferne arbeiten',
    aliases: [
      'remote work',
      'home office',
      'working from home',
      'distributed team',
      'Homeoffice',
      'verteiltes Team',
    ],
  },
  {
    name: 'Back from parental leave',
    german: 'Zurück aus der Elternzeit',
    aliases: [
      'maternity leave',
      'paternity leave',
      'returning after a baby',
      'Mutterschutz',
      'Elternzeit',
      'Wiedereinstieg mit Kind',
    ],
  },
  {
    name: 'Moving country',
    german: 'In ein anderes Land ziehen',
    aliases: ['relocation', 'moved abroad', 'expat', 'immigration', 'Umzug ins Ausland', 'ausgewandert'],
  },
  {
    name: 'Speaking in public',
    german: 'Vor Publikum sprechen',
    aliases: [
      'presentations',
      'stage fright',
      'conference talk',
      'Vortrag halten',
      'Lampenfieber',
      'Präsentation',
    ],
  },
  {
    name: 'Recovering from a failed project',
    german: 'Ein gescheitertes Projekt verarbeiten',
    aliases: [
      'project failure',
      'cancelled project',
      'made a big mistake',
      'Projekt gescheitert',
      'großer Fehler',
    ],
  },
  {
    name: 'Saying no',
    german: 'Nein sagen',
    aliases: [
      'setting boundaries',
      'too much on my plate',
      'overcommitted',
      'Grenzen setzen',
      'zu viel auf dem Tisch',
    ],
  },
  {
    name: 'A difficult colleague',
    german: 'Schwierige Zusammenarbeit',
    aliases: [
      'conflict at work',
      'difficult coworker',
      'team conflict',
      'Konflikt im Team',
      'schwieriger Kollege',
    ],
  },
  {
    name: 'Asking for a raise',
    german: 'Über Gehalt verhandeln',
    aliases: ['salary negotiation', 'pay rise', 'more money', 'Gehaltsverhandlung', 'Gehaltserhöhung'],
  },
  {
    name: 'Burnout and coming back',
    german: 'Burnout und der Weg zurück',
    aliases: [
      'exhaustion',
      'burned out',
      'overworked',
      'sick leave',
      'Erschöpfung',
      'ausgebrannt',
      'Wiedereingliederung',
    ],
  },
  {
    name: 'First time on call',
    german: 'Der erste Bereitschaftsdienst',
    aliases: ['on-call', 'pager duty', 'night shifts', 'Rufbereitschaft', 'Bereitschaft'],
  },
  {
    name: 'Studying beside work',
    german: 'Neben dem Beruf studieren',
    aliases: [
      'part-time degree',
      'evening classes',
      'certification',
      'berufsbegleitendes Studium',
      'Abendschule',
      'Weiterbildung',
    ],
  },
  {
    name: 'Caring for a relative',
    german: 'Angehörige pflegen',
    aliases: ['carer', 'caregiving', 'elderly parents', 'sick child', 'Pflege', 'pflegende Angehörige'],
  },
  {
    name: 'Near the end of a career',
    german: 'Auf den Ruhestand zugehen',
    aliases: ['retirement', 'retiring soon', 'handing over', 'Rente', 'Ruhestand', 'Altersteilzeit'],
  },
  {
    name: 'Working part-time',
    german: 'In Teilzeit arbeiten',
    aliases: ['reduced hours', 'four-day week', 'Teilzeit', 'Vier-Tage-Woche', 'weniger Stunden'],
  },
  {
    name: 'From expert to lead',
    german: 'Vom Fachmenschen zur Leitung',
    aliases: [
      'leading former peers',
      'managing friends',
      'tech lead',
      'letting go of coding',
      'frühere Kollegen führen',
    ],
  },
  {
    name: 'Going through a reorganisation',
    german: 'Eine Umstrukturierung erleben',
    aliases: [
      'reorg',
      'layoffs',
      'merger',
      'new boss',
      'Reorganisation',
      'Stellenabbau',
      'Fusion',
      'neue Chefin',
    ],
  },
  {
    name: 'Being the only one like me in the room',
    german: 'Als Einzige unter anderen',
    aliases: ['feeling different', 'not fitting in', 'underrepresented', 'Außenseiter', 'nicht dazugehören'],
  },
  {
    name: 'Doubting myself',
    german: 'An mir selbst zweifeln',
    aliases: ['impostor syndrome', 'self-doubt', 'not good enough', 'Hochstapler-Syndrom', 'Selbstzweifel'],
  },
  {
    name: 'Giving hard feedback',
    german: 'Schwierige Rückmeldung geben',
    aliases: [
      'difficult conversation',
      'critical feedback',
      'underperformer',
      'Kritikgespräch',
      'Feedback geben',
    ],
  },
  {
    name: 'Coming back to technical work',
    german: 'Zurück in die Facharbeit',
    aliases: [
      'stepping down from management',
      'back to engineering',
      'individual contributor',
      'Führung abgeben',
    ],
  },
  {
    name: 'Finding my way after a promotion',
    german: 'Nach einer Beförderung ankommen',
    aliases: ['just promoted', 'new role', 'stepping up', 'Beförderung', 'befördert', 'neue Rolle'],
  },
];

const byWord = new Map(
  EXPERIENCES.flatMap((experience) =>
    // The names last: a name wins over an alias of another.
    [...experience.aliases, experience.german, experience.name].map(
      (word) => [word.toLowerCase(), experience] as const,
    ),
  ),
);

/** The experience of exactly this name or alias, in any of our languages and any case; null where there is none. */
export function experienceNamed(word: string): Experience | null {
  return byWord.get(word.trim().toLowerCase()) ?? null;
}
