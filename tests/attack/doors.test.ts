import assert from 'node:assert/strict';
import { BOT_CASES, RIGHT } from './doors/bot-cases.ts';
import { attackDoors } from './doors/doors.ts';
import type { TokenAttack } from './doors/doors.ts';
import { attackWithJunk } from './doors/junk.ts';

describe('every kind of token, at the bot’s door and at the tab’s', function () {
  this.timeout(60_000);
  let attack: TokenAttack;
  before(async () => {
    attack = await attackDoors();
  });

  it('comes in when Microsoft made it for this door, our app and our tenant, and never otherwise', () => {
    assert.ok(attack.tokenCases >= 60, JSON.stringify(attack));
    assert.deepEqual(attack.accepted, [RIGHT]);
    assert.equal(attack.rightRefused, 0);
  });

  it('comes in at botbuilder’s adapter alone in many kinds, those of any tenant among them', () => {
    assert.ok(attack.controlAccepted.includes('a user of any tenant as the Emulator, version 2'));
    assert.ok(attack.controlClassesAccepted > 5, JSON.stringify(attack.controlAccepted));
  });

  it('is told apart by name', () => {
    const wrong = BOT_CASES.map(({ name }) => name).filter((name) => name !== RIGHT);
    assert.equal(new Set(wrong).size, wrong.length);
  });

  it('is refused a thousand times over, at each door', async () => {
    const { botJunk, tabJunk } = await attackWithJunk(1_000, 200);
    assert.deepEqual([botJunk.tokens, tabJunk.tokens], [1_000, 1_000]);
  });
});
