import assert from 'node:assert/strict';
import { soundsHeavy } from '../../../bot/core/conversation/heavy.ts';

describe('a hard time, said plainly', () => {
  const heard = [
    'i feel totally alone at work, nobody talks to me',
    "I'm so exhausted lately",
    'I can’t cope anymore',
    'ich fühle mich einsam',
    'Mir geht es gerade nicht gut',
    'ich schaffe das nicht mehr!',
    'ich bin am Ende',
  ];
  for (const text of heard) it(`is heard in “${text}”`, () => assert.ok(soundsHeavy(text)));

  const other = [
    'working alone on a large project',
    'I am good at kubernetes',
    'leading an overwhelmed team',
    'ich bin neu im Team',
    'I am at the end of my first project',
    'ich bin am Ende des Projekts',
    'ich bin nicht gut in Excel',
    "I'm afraid I have no time this week",
    'how do I cope with change?',
    '',
  ];
  for (const text of other) it(`is not read into “${text}”`, () => assert.ok(!soundsHeavy(text)));
});
