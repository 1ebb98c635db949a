import { words } from './experience.ts';
import type { Experience } from './experience.ts';

/** What happens to people in their work. */
export const AT_WORK: readonly Experience[] = [
  {
    name: 'Changing career',
    german: 'Den Beruf wechseln',
    aliases: words(`
      career change; new profession; switching fields; Berufswechsel; Quereinstieg; umgeschult; in die IT gewechselt; moved into tech;
      career switch; career changer; switching careers; switched fields; second career; bootcamp; came from another field; Quereinsteiger; Quereinsteigerin; Beruf gewechselt;
      Beruf wechseln; Karrierewechsel; Umschulung; beruflicher Neuanfang; Neuanfang; neuer Beruf
    `),
  },
  {
    name: 'Leading people for the first time',
    german: 'Zum ersten Mal Menschen führen',
    aliases: words(`
      first time manager; new team lead; moved to managing people; became a manager; first leadership role;
      Teamleitung; neue Führungskraft; erste Führungsrolle; managing people; people management;
      people manager; new manager; becoming a manager; promoted to manager; moved to management;
      moved into leadership; leadership; new lead; team lead; team leader; engineering manager;
      leading a team; managing a team; running a team; direct reports; line manager;
      first one on ones; delegating; delegation; Führungskraft; Führung; Führungsrolle;
      Personalverantwortung; Team leiten; Team führen; Teamleiter; Teamleiterin; Mitarbeiter führen;
      Mitarbeitende führen; Leute führen; Menschen führen; Chef geworden; Chefin geworden; Delegieren
    `),
  },
  {
    name: 'First months in a new job',
    german: 'Die ersten Monate im neuen Job',
    aliases: words(`
      new here; joined the company; joined last month; joined last week; just started; joined recently; onboarding; neu hier; gerade angefangen; Einarbeitung;
      new job; new in the company; new hire; new joiner; first job; first weeks;
      first 90 days; probation; fresh graduate; graduate; career start; neuer Job; neu im Unternehmen;
      neu in der Firma; erster Job; Probezeit; Berufseinstieg; Berufseinsteiger; Berufsanfänger;
      erste Wochen; neue Stelle
    `),
  },
  {
    name: 'Working remotely',
    german: 'Aus der Ferne arbeiten',
    aliases: words(`
      remote work; home office; working from home; Homeoffice; remote; fully remote; hybrid work;
      alone at home; lonely at home; isolated at home; im Homeoffice; von zuhause arbeiten;
      mobiles Arbeiten; Telearbeit; allein zuhause; Fernarbeit
    `),
  },
  {
    name: 'Recovering from a failed project',
    german: 'Ein gescheitertes Projekt verarbeiten',
    aliases: words(`
      project failure; cancelled project; made a big mistake; Projekt gescheitert; großer Fehler;
      failed project; failure; i messed up; outage i caused; broke production; project cancelled;
      project got cancelled; gescheitertes Projekt; Scheitern; Fehler gemacht; Projekt abgebrochen;
      Projekt eingestellt; A project that failed; Ein Projekt, das gescheitert ist
    `),
  },
  {
    name: 'A difficult colleague',
    german: 'Schwierige Zusammenarbeit',
    aliases: words(`
      conflict at work; conflict with a colleague; conflict with my boss; difficult coworker; team conflict; Konflikt im Team; schwieriger Kollege;
      fighting with a colleague; trouble with a colleague; difficult colleague; argument at work;
      trouble with my boss; difficult boss; bad manager; toxic team; Teamkonflikt; Streit im Team;
      Streit mit Kollegen; schwierige Kollegin; schwieriger Chef; Ärger mit dem Chef; Konflikte;
      Conflict in the team
    `),
  },
  {
    name: 'Asking for a raise',
    german: 'Über Gehalt verhandeln',
    aliases: words(`
      salary negotiation; raise; want a raise; better pay; pay rise; more money; Gehaltsverhandlung; Gehaltserhöhung; Gehalt verhandeln
    `),
  },
  {
    name: 'First time on call',
    german: 'Der erste Bereitschaftsdienst',
    aliases: words(`
      on-call; pager duty; night shifts; Rufbereitschaft; Bereitschaft; on call; pager; incident response;
      night shift; shift work; incidents at night; Bereitschaftsdienst; Nachtschicht; Schichtarbeit;
      Schichtdienst; Being on call; Bereitschaft und Schichten
    `),
  },
  {
    name: 'From expert to lead',
    german: 'Vom Fachmenschen zur Leitung',
    aliases: words(`
      tech lead; letting go of coding
    `),
  },
  {
    name: 'Going through a reorganisation',
    german: 'Eine Umstrukturierung erleben',
    aliases: words(`
      reorg; umstrukturiert; merger; new boss; Reorganisation; Fusion; neue Chefin; reorganization; restructuring;
      acquisition; got acquired; company was sold; change management; Umstrukturierung; Umorganisation;
      Übernahme; Firma verkauft
    `),
  },
  {
    name: 'Giving hard feedback',
    german: 'Schwierige Rückmeldung geben',
    aliases: words(`
      difficult conversation; critical feedback; underperformer; difficult employee; Kritikgespräch; Feedback geben;
      hard conversations; difficult conversations; tough conversation; honest feedback; giving feedback;
      low performer; performance review; schwierige Gespräche; schwieriges Gespräch; Kritik äußern;
      Mitarbeitergespräch; Leistungsbeurteilung; Giving difficult feedback; Schwieriges Feedback geben
    `),
  },
  {
    name: 'Coming back to technical work',
    german: 'Zurück in die Facharbeit',
    aliases: words(`
      stepping down from management; back to engineering; individual contributor; Führung abgeben;
      stepping down as manager; back to individual contributor; manager to individual contributor;
      going back to coding; back to being an engineer; giving up management; no longer managing;
      quit being a manager; nicht mehr führen; zurück in die Fachlaufbahn; Fachlaufbahn;
      zurück zum Programmieren; From leading back to hands-on work; Von der Führung zurück zur Facharbeit
    `),
  },
  {
    name: 'Finding my way after a promotion',
    german: 'Nach einer Beförderung ankommen',
    aliases: words(`
      just promoted; stepping up; Beförderung; befördert; promotion; getting promoted; becoming senior;
      next level; career growth; career development; staff engineer; principal engineer;
      stuck in my career; no progress; befördert werden; nächste Stufe; Karriereschritt;
      Karriere machen; beruflich weiterkommen; komme nicht weiter; Growing into a senior role;
      In eine Senior-Rolle hineinwachsen
    `),
  },
  {
    name: 'Leading former peers',
    german: 'Frühere Kolleginnen und Kollegen führen',
    aliases: words(`
      from peer to boss; managing my former teammates; managing friends; leading my old team;
      managing former colleagues; promoted over my peers; boss of my friends; vom Kollegen zum Chef;
      von der Kollegin zur Chefin; ehemalige Kollegen führen; frühere Kollegen führen;
      Chef meiner Kollegen
    `),
  },
  {
    name: 'Leading a team from afar',
    german: 'Ein Team aus der Ferne führen',
    aliases: words(`
      remote team lead; managing remotely; managing a remote team; distributed team;
      leading a distributed team; team across time zones; leading a hybrid team; Remote-Team führen;
      verteiltes Team; verteiltes Team führen; Team über Zeitzonen; auf Distanz führen; hybrides Team
    `),
  },
  {
    name: 'Changing role inside the company',
    german: 'Intern die Rolle wechseln',
    aliases: words(`
      internal move; internal transfer; switching teams; changing teams; new team; new role;
      moved to another team; moved to another department; changing departments; lateral move; Teamwechsel;
      Team gewechselt; neues Team; neue Rolle; Rollenwechsel; interner Wechsel; Abteilung gewechselt;
      Abteilung wechseln; neue Abteilung; Abteilungswechsel
    `),
  },
  {
    name: 'Hiring for the first time',
    german: 'Zum ersten Mal jemanden einstellen',
    aliases: words(`
      hiring; recruiting; interviewing candidates; job interviews as interviewer; building a team;
      first hire; Personal einstellen; Leute einstellen; Bewerbungsgespräche führen; Vorstellungsgespräche;
      Team aufbauen; Teamaufbau; Rekrutierung
    `),
  },
  {
    name: 'After a layoff',
    german: 'Nach einer Kündigung',
    aliases: words(`
      laid off; layoffs; got fired; losing my job; lost my job; redundancy; made redundant;
      colleagues laid off; Kündigung; gekündigt; gekündigt worden; entlassen; Entlassung; Job verloren;
      Arbeitsplatz verloren; Stellenabbau; Arbeitslosigkeit
    `),
  },
];
