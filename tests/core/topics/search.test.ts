import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { asId } from '../../../bot/core/ids.ts';
import type { Topic } from '../../../bot/core/person.ts';
import { EXPERIENCES, topicName } from '../../../bot/core/topics/experiences.ts';
import { termsOf } from '../../../bot/core/topics/normalise.ts';
import { topicSearch } from '../../../bot/core/topics/search.ts';

const SKILLS = [
  'Amazon Web Services (AWS)',
  'Angular',
  'APT',
  'ASP.NET Core',
  'Bash/Shell (all shells)',
  'C',
  'C#',
  'C++',
  'Dart',
  'Docker',
  'Express',
  'Go',
  'Google Cloud',
  'HTML/CSS',
  'Java',
  'JavaScript',
  'Kubernetes',
  'Make',
  'Microsoft Azure',
  'Microsoft SQL Server',
  'Next.js',
  'Node.js',
  'PostgreSQL',
  'Python',
  'R',
  'React',
  'Ruby',
  'Ruby on Rails',
  'Rust',
  'Spring Boot',
  'SQL',
  'Swift',
  'Terraform',
  'TypeScript',
];

const topic = (name: string, kind: Topic['kind']): Topic => ({ id: asId(name), name, kind, aliases: [] });
const search = topicSearch([
  ...SKILLS.map((name) => topic(name, 'skill')),
  ...EXPERIENCES.map(({ name }) => topic(name, 'experience')),
]);

const LEADING = 'Leading people for the first time';

/** What people type, and what must be found: the first before all others. */
const CASES: readonly (readonly [typed: string, ...found: readonly string[]])[] = [
  ['i just moved to managing ppl', LEADING],
  ['kubernetes and i just moved to managing ppl', LEADING, 'Kubernetes'],
  ['first time manager', LEADING],
  ['became a team lead last month', LEADING],
  ['Ich bin gerade Führungskraft geworden', LEADING],
  ['ich fuehre zum ersten mal ein team', LEADING],
  ['ich leite jetzt ein Team', LEADING],
  ['kubernets', 'Kubernetes'],
  ['k8s', 'Kubernetes'],
  ['pyhton', 'Python'],
  ['dokcer', 'Docker'],
  ['reakt', 'React'],
  ['react typescript', 'TypeScript', 'React'],
  ['node.js, typescript & react', 'Node.js', 'TypeScript', 'React'],
  ['C#', 'C#'],
  ['golang and c++', 'C++', 'Go'],
  ['I now face rust', 'Rust'],
  ['i want to learn go', 'Go'],
  ['sql server', 'Microsoft SQL Server'],
  ['postgres', 'PostgreSQL'],
  ['aws, terraform', 'Terraform', 'Amazon Web Services (AWS)'],
  ['azure', 'Microsoft Azure'],
  ['html', 'HTML/CSS'],
  ['ruby on rails', 'Ruby on Rails'],
  ['spring boot', 'Spring Boot'],
  ['back from maternity leave', 'Back from parental leave'],
  ['Elternzeit', 'Back from parental leave'],
  ['impostor syndrom', 'Doubting myself'],
  ['Selbstzweifel', 'Doubting myself'],
  ['I am completely exhausted', 'Burnout and coming back'],
  ['burn out', 'Burnout and coming back'],
  ['ich bin total ausgebrannt', 'Burnout and coming back'],
  ['i changed careers two years ago', 'Changing career'],
  ['changing carreer', 'Changing career'],
  ['Quereinsteigerin', 'Changing career'],
  ['public speeking', 'Speaking in public'],
  ['Vortrag halten', 'Speaking in public'],
  ['homeoffice', 'Working remotely'],
  ['working from home', 'Working remotely'],
  ['new here', 'First months in a new job'],
  ['ich bin neu hier', 'First months in a new job'],
  ['moving abroad', 'Moving country'],
  ['wurde gekündigt', 'After a layoff'],
  ['saying no to my boss', 'Saying no'],
  ['conflict with a colleague', 'A difficult colleague'],
  ['meine Eltern pflegen', 'Caring for a relative'],
  ['my mother died', 'Losing someone close'],
  ['Teilzeit', 'Working part-time'],
  ['Teilzeit nach der Elternzeit', 'Working part-time', 'Back from parental leave'],
  ['I want a raise', 'Asking for a raise'],
  ['i messed up a big project, it failed', 'Recovering from a failed project'],
  ['my english is not good', 'Working in a second language'],
];

/** Ordinary sentences in which a topic's name stands by chance. */
const NOTHING = [
  'how to react to criticism',
  'I go to work by train',
  'we make things better for customers',
  'the weather is nice',
  'what is for lunch?',
  'a swift answer would help us',
  'can you express that differently for the customer',
  'lorem ipsum dolor sit amet',
  '',
  '!!! ???',
];

describe('finding topics in what people type', () => {
  for (const [typed, first, ...others] of CASES) {
    it(`finds ${[first, ...others].join(', ')} in “${typed}”`, () => {
      const { found } = search(typed);
      assert.equal(found[0], first);
      assert.deepEqual(new Set(found), new Set([first, ...others]));
    });
  }

  for (const typed of NOTHING) {
    it(`finds nothing in “${typed}”`, () => {
      assert.deepEqual(search(typed).found, []);
    });
  }

  it('offers what is near where nothing is found', () => {
    assert.deepEqual(search('how to react to criticism').near, ['React']);
    assert.ok(search('performance of my team').found.length === 0);
  });

  it('finds every topic by its own name, in both languages', () => {
    for (const name of SKILLS) assert.equal(search(name).found[0], name, name);
    for (const { name, german } of EXPERIENCES) {
      assert.equal(search(name).found[0], name, name);
      assert.equal(search(german).found[0], name, german);
    }
  });

  it('finds every lived experience by each of its other names', () => {
    for (const { name, aliases } of EXPERIENCES) {
      for (const alias of aliases) assert.ok(search(alias).found.includes(asId(name)), `${name}: ${alias}`);
    }
  });

  it('gives no other name to two lived experiences', () => {
    const owners = new Map<string, string>();
    for (const { name, german, aliases } of EXPERIENCES) {
      for (const alias of new Set([name, german, ...aliases].map((each) => termsOf(each).join(' ')))) {
        assert.ok(!owners.has(alias), `${alias}: ${owners.get(alias)} and ${name}`);
        owners.set(alias, name);
      }
    }
  });

  it('names a lived experience in the language of the person, and leaves the company’s topics alone', () => {
    assert.equal(topicName(LEADING, 'de'), 'Zum ersten Mal Menschen führen');
    assert.equal(topicName(LEADING, 'en'), LEADING);
    assert.equal(topicName('Kubernetes', 'de'), 'Kubernetes');
  });

  it('never fails, and never finds one topic twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        const { found, near } = search(typed);
        assert.equal(new Set([...found, ...near]).size, found.length + near.length);
      }),
    );
  });

  it('answers the longest message within a turn', () => {
    const typed = 'kubernetes and changing career or managing people, '.repeat(40).slice(0, 2000);
    search(typed);
    const start = performance.now();
    search(typed);
    assert.ok(performance.now() - start < 250);
  });
});
