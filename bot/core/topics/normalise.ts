/** How people write in a chat, turned into terms that can be compared: no case, accents, endings or shorthand. */

/** A map, and no object: whoever types “constructor” means the word. */
const SHORTHAND: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ppl: 'people',
    mgmt: 'management',
    mgr: 'manager',
    mngr: 'manager',
    mgrs: 'manager',
    eng: 'engineering',
    wfh: 'working from home',
    ic: 'individual contributor',
    k8s: 'kubernetes',
    kube: 'kubernetes',
    js: 'javascript',
    ts: 'typescript',
    py: 'python',
    golang: 'go',
    postgres: 'postgresql',
    psql: 'postgresql',
    mongo: 'mongodb',
    mssql: 'sql server',
    gcp: 'google cloud',
    rails: 'ruby on rails',
    node: 'nodejs',
    reactjs: 'react',
    vuejs: 'vue',
    elastic: 'elasticsearch',
    ma: 'mitarbeiter',
    fk: 'fuehrungskraft',
    ho: 'homeoffice',
    led: 'lead',
    kids: 'child',
    kid: 'child',
    children: 'child',
    mom: 'mother',
    mum: 'mother',
    dad: 'father',
    uni: 'studium',
  }),
);

/** Names of technologies whose signs are part of the name. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/(?<![a-z])c\s?\+\+/g, ' cplusplus '],
  [/(?<![a-z])c\s?#|\bc[ -]?sharp\b/g, ' csharp '],
  [/(?<![a-z])f\s?#|\bf[ -]?sharp\b/g, ' fsharp '],
  [/\basp\.net\b/g, ' aspnet '],
  [/(?<![a-z])\.net\b|\bdot ?net\b/g, ' dotnet '],
  [/\b(node|next|nuxt|vue)[. ]js\b/g, ' $1js '],
];

/** Words that hold a sentence together: left out on both sides. */
const GLUE = terms(`
  a an the and or of to for in on at by with from about into over i im ive id me my mine we our us you your it its is am are was
  were be been being do does did done have has had having can could would will should that this these those there so as just
  im der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur fuer im in am an auf aus bei mit nach
  ueber ich mich mir mein meine meinen meinem meiner wir uns unser du dich dir dein es sie er ist bin sind war waren sein habe
  hab hat haben hatte wird werde werden so wie was als man sich
`);

/** Words around a topic: part of a name where a name has them, but nothing of their own. */
const CHATTER = terms(`
  some any now today currently right really very quite lot lots also too more most much many little bit not dont no yes please
  hi hello hey thanks like want wanna need needs needed know help helping talk talking think get got getting gotta come came
  coming through facing face faced facing struggle struggling learn learning learned new trying try started start topic topics
  experience experiences experienced something someone anyone thing things stuff kind recently after before everything again
  still problem problems trouble issue issues question questions went going gone been using use work programming language code
  coding advice support good bad better soon
  kann koennte wuerde soll dass dies diese dieser auch noch nur sehr mehr viel nicht kein keine ja bitte hallo danke gern gerne
  brauche brauchen moechte will wissen hilfe helfen reden sprechen lernen lerne gerade jetzt aktuell momentan heute schon mal
  wieder etwas jemand thema themen erfahrung erfahrungen geworden worden durch seit problem probleme frage fragen gut besser
  programmieren kenne beschaeftige beschaeftigt stehe vor bald
`);

/** Lower case, without accents: ä becomes ae, é becomes e. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’'`´]/g, '');
}

/** The words of a folded text in order, without the signs between them. */
export const plainWords = (folded: string): readonly string[] =>
  folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

/** The words of a text in order, folded, shorthand written out. */
export function wordsOf(text: string): readonly string[] {
  const signed = SIGNS.reduce((rest, [sign, name]) => rest.replaceAll(sign, name), fold(text));
  return plainWords(signed).flatMap((word) => (SHORTHAND.get(word) ?? word).split(' '));
}

/** A word without its English or German ending; the same on both sides of a comparison. */
export function stem(word: string): string {
  const bare = word.replace(/(ungen|ung|ings|ing|ed|es|en|s|e|n)$/, '');
  return bare.length >= 3 ? bare : word;
}

/** The terms of a text that can say something: stemmed, without glue. */
export function termsOf(text: string): readonly string[] {
  return wordsOf(text)
    .map(stem)
    .filter((term) => !GLUE.has(term));
}

/** Whether a term, already stemmed, may stand beside a topic without changing what is meant. */
export function isChatter(term: string): boolean {
  return CHATTER.has(term);
}

function terms(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/).map(stem));
}
