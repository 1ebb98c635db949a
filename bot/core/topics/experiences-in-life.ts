import { words } from './experience.ts';
import type { Experience } from './experience.ts';

/** What people carry with them to work. */
export const IN_LIFE: readonly Experience[] = [
  {
    name: 'Back from parental leave',
    german: 'Zurück aus der Elternzeit',
    aliases: words(`
      maternity leave; paternity leave; returning after a baby; Mutterschutz; Elternzeit;
      Wiedereinstieg mit Kind; parental leave; back after baby; return to work after a child;
      nach der Elternzeit; Babypause; Wiedereinstieg nach der Elternzeit; Vaterschaftsurlaub
    `),
  },
  {
    name: 'Moving country',
    german: 'In ein anderes Land ziehen',
    aliases: words(`
      relocation; moved abroad; moved countries; moved to another country; moved to Germany; expat; immigration; Umzug ins Ausland; ausgewandert; relocating;
      moving abroad; immigrant; new country; visa; culture shock; Auswandern; eingewandert;
      neu in Deutschland; neues Land; Kulturschock; Visum; Moving to a new country;
      In ein neues Land ziehen
    `),
  },
  {
    name: 'Speaking in public',
    german: 'Vor Publikum sprechen',
    aliases: words(`
      presentations; giving presentations; speaking on stage; talk on stage; stage fright; conference talk; Vortrag halten; Lampenfieber; Präsentation;
      public speaking; presenting; giving a talk; presenting to executives; presenting to the board;
      speaking up; speaking up in meetings; Präsentieren; Präsentationen; Vortrag; Vorträge halten;
      vor Publikum; vor Leuten reden; in Meetings reden; Speaking in front of people;
      Vor Menschen sprechen
    `),
  },
  {
    name: 'Saying no',
    german: 'Nein sagen',
    aliases: words(`
      setting boundaries; too much on my plate; overcommitted; Grenzen setzen; zu viel auf dem Tisch;
      boundaries; too much work; overloaded; overload; overworked; overwhelmed; workload;
      too many meetings; work life balance; time management; stress; overtime; zu viel Arbeit; Überlastung;
      überlastet; Überstunden; Zeitmanagement; Vereinbarkeit; zu viele Meetings; viel Stress;
      Saying no and setting limits; Nein sagen und Grenzen setzen
    `),
  },
  {
    name: 'Burnout and coming back',
    german: 'Burnout und der Weg zurück',
    aliases: words(`
      exhaustion; burned out; Erschöpfung; ausgebrannt; burnout; burnt out; close to burnout; exhausted;
      Burn-out; erschöpft; kurz vor dem Burnout; nach dem Burnout; Coming back from burnout;
      Nach einem Burnout zurückkommen
    `),
  },
  {
    name: 'Studying beside work',
    german: 'Neben dem Beruf studieren',
    aliases: words(`
      part-time degree; evening classes; nebenbei studieren; certification; berufsbegleitendes Studium; Abendschule;
      Weiterbildung; studying part time; degree while working; mba; phd while working; thesis;
      Studium neben dem Beruf; berufsbegleitend studieren; Masterarbeit; Promotion neben dem Beruf;
      duales Studium
    `),
  },
  {
    name: 'Caring for a relative',
    german: 'Angehörige pflegen',
    aliases: words(`
      carer; caregiving; elderly parents; sick child; pflegende Angehörige; caregiver;
      caring for my parents; caring for my mother; caring for my father; elder care; sick parent;
      family care; Eltern pflegen; Pflege der Eltern; Mutter pflegen; Vater pflegen; krankes Kind;
      Pflegezeit; Pflegefall; Caring for a family member
    `),
  },
  {
    name: 'Near the end of a career',
    german: 'Auf den Ruhestand zugehen',
    aliases: words(`
      retirement; retiring soon; Rente; Ruhestand; Altersteilzeit; retiring; retire soon;
      last years before retirement; Pension; vor der Rente; bald in Rente;
      Wissen weitergeben; Preparing for retirement; Auf die Rente zugehen
    `),
  },
  {
    name: 'Working part-time',
    german: 'In Teilzeit arbeiten',
    aliases: words(`
      reduced hours; four-day week; Teilzeit; Vier-Tage-Woche; weniger Stunden; part time; four day week;
      job sharing; Stunden reduzieren; 4 Tage Woche; Jobsharing; Arbeitszeit reduzieren
    `),
  },
  {
    name: 'Being the only one like me in the room',
    german: 'Als Einzige unter anderen',
    aliases: words(`
      feeling different; not fitting in; underrepresented; Außenseiter; nicht dazugehören;
      only woman in the team; only woman in the room; minority at work; outsider;
      feeling left out; einzige Frau im Team; Außenseiterin
    `),
  },
  {
    name: 'Doubting myself',
    german: 'An mir selbst zweifeln',
    aliases: words(`
      impostor syndrome; feel like a fraud; self-doubt; not good enough; Hochstapler-Syndrom; Selbstzweifel;
      imposter syndrome; imposter; self doubt; out of my depth; insecure; lack of confidence; confidence;
      everyone is smarter; Hochstapler; Impostor-Syndrom; nicht gut genug; überfordert; unsicher;
      Selbstbewusstsein; Selbstvertrauen; Feeling like an impostor; Sich wie ein Hochstapler fühlen
    `),
  },
  {
    name: 'Coming back after a long illness',
    german: 'Nach langer Krankheit zurückkommen',
    aliases: words(`
      long illness; sick leave; long sick leave; return after illness; chronic illness; cancer; long covid;
      surgery; lange krank; lange Krankheit; Krankschreibung; chronisch krank; Wiedereingliederung; Krebs;
      nach der Reha; zurück nach Krankheit
    `),
  },
  {
    name: 'Working with ADHD or autism',
    german: 'Arbeiten mit ADHS oder Autismus',
    aliases: words(`
      adhd; autism; autistic; neurodivergent; neurodiversity; dyslexia; ADHS; Autismus; autistisch;
      neurodivers; Neurodiversität; Legasthenie
    `),
  },
  {
    name: 'Small children and a job',
    german: 'Kleine Kinder und Beruf',
    aliases: words(`
      working parent; had a baby; Kind bekommen; Baby bekommen; working mother; working father; new parent; new mum; new dad; becoming a parent;
      young kids; kids and work; having a baby; pregnant; pregnancy; childcare; single parent;
      Eltern werden; Mutter geworden; Vater geworden; schwanger; Schwangerschaft; Kinder und Arbeit;
      Kind und Beruf; Familie und Beruf; Kinderbetreuung; alleinerziehend; kleine Kinder
    `),
  },
  {
    name: 'Losing someone close',
    german: 'Einen nahen Menschen verlieren',
    aliases: words(`
      grief; grieving; bereavement; death in the family; my father died; my mother died; lost my partner;
      mourning; Trauer; trauern; Todesfall; Todesfall in der Familie; Mutter gestorben; Vater gestorben;
      Verlust
    `),
  },
  {
    name: 'Separation or divorce',
    german: 'Trennung oder Scheidung',
    aliases: words(`
      divorce; divorced; break up; separation; custody; Scheidung; geschieden; Trennung; Sorgerecht
    `),
  },
  {
    name: 'Working in a second language',
    german: 'In einer zweiten Sprache arbeiten',
    aliases: words(`
      second language; not a native speaker; english is not my first language; language barrier; english is not good; kein gutes Englisch; schlechtes Deutsch;
      learning german; my english is bad; Zweitsprache; Fremdsprache; kein Muttersprachler; Sprachbarriere;
      Englisch bei der Arbeit; Deutsch lernen; schlechtes Englisch
    `),
  },
];
