import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assert as check, property, string } from 'fast-check';
import { decrypt, encrypt } from '../../bot/store/sealing/cipher.ts';
import { addKey, keyFile } from '../../bot/store/sealing/key-file.ts';
import { confide } from '../../bot/core/confidential.ts';
import { asId } from '../../bot/core/ids.ts';
import type { CheckInId, PersonId } from '../../bot/core/ids.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, NOW } from '../helpers/builders.ts';
import { seedPairing, seedPeople, seedProgramme } from '../helpers/seed.ts';
import { onEveryEngine } from './engines.ts';

describe('A cipher', () => {
  const key = randomBytes(32);

  it('gives back what it sealed, and never the same sealed value twice', () => {
    check(
      property(string({ unit: 'binary' }), string(), (text, context) => {
        const plain = Buffer.from(text);
        const sealed = encrypt(key, context, plain);
        assert.deepEqual(Buffer.from(decrypt(key, context, sealed)), plain);
        assert.notDeepEqual(encrypt(key, context, plain), sealed);
      }),
    );
  });

  it('opens nothing that was altered in any bit, cut short, or moved', () => {
    const sealed = encrypt(key, 'mine', Buffer.from('a hard day'));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Uint8Array.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.throws(() => decrypt(key, 'mine', altered));
    }
    for (let length = 0; length < sealed.length; length += 1) {
      assert.throws(() => decrypt(key, 'mine', sealed.subarray(0, length)));
    }
    assert.throws(() => decrypt(key, 'yours', sealed));
    assert.throws(() => decrypt(randomBytes(32), 'mine', sealed));
  });
});

describe('A key file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'alongside-key-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, for its owner only, and read again', async () => {
    const file = path.join(folder, 'deep', 'wrapping.key');
    const made = keyFile(file);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    const dataKey = randomBytes(32);
    const { keyId, wrapped } = await made.wrap(dataKey);
    const read = keyFile(file);
    assert.deepEqual(Buffer.from(await read.unwrap(keyId, wrapped)), dataKey);
    assert.ok(!Buffer.from(wrapped).includes(dataKey));
  });

  it('takes a new key in without a restart; what the older one wrapped still opens', async () => {
    const file = path.join(folder, 'key');
    const running = keyFile(file);
    const before = await running.wrap(randomBytes(32));
    await addKey(file);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    const after = await running.wrap(randomBytes(32));
    assert.notEqual(after.keyId, before.keyId);
    await assert.doesNotReject(running.unwrap(before.keyId, before.wrapped));
    // One that was there before the rotation and has wrapped nothing since.
    const other = keyFile(file);
    await addKey(file);
    const newest = await keyFile(file).wrap(randomBytes(32));
    await assert.doesNotReject(other.unwrap(newest.keyId, newest.wrapped));
    assert.equal((await readFile(file, 'utf8')).trim().split('\n').length, 3);
  });

  it('of another store opens nothing', async () => {
    const [mine, theirs] = [keyFile(path.join(folder, 'a')), keyFile(path.join(folder, 'b'))];
    const { keyId, wrapped } = await mine.wrap(randomBytes(32));
    await assert.rejects(theirs.unwrap(keyId, wrapped));
    await assert.rejects(theirs.unwrap(await theirs.current(), wrapped));
  });

  it('that holds something else is refused and left as it is', async () => {
    const file = path.join(folder, 'key');
    for (const content of ['', 'not a key', randomBytes(31).toString('base64')]) {
      await writeFile(file, content);
      assert.throws(() => keyFile(file), { name: 'StoreError', code: 'cannot-open' });
      assert.equal(await readFile(file, 'utf8'), content);
    }
  });
});

onEveryEngine('A data key', ({ store }) => {
  const column = 'test.text';

  it('is made for a person when something is first sealed, and seals the next too', async () => {
    const person = aPerson();
    await seedPeople(store(), [person]);
    const place = { personId: person.id, column };
    const [one, two] = await store().write(async ({ sealing }) => [
      await sealing.seal(place, 'größer 🌱'),
      await sealing.seal(place, ''),
    ]);
    await store().write(async ({ sealing, db }) => {
      assert.ok(one && two);
      assert.equal(await sealing.open(place, one), 'größer 🌱');
      assert.equal(await sealing.open(place, two), '');
      assert.equal((await db.selectFrom('dataKeys').selectAll().execute()).length, 1);
    });
  });

  it('goes with the transaction that made it', async () => {
    const person = aPerson();
    await seedPeople(store(), [person]);
    const place = { personId: person.id, column };
    let sealed: Uint8Array | undefined;
    const work = store().write(async ({ sealing }) => {
      sealed = await sealing.seal(place, 'never');
      throw new Error('undone');
    });
    await assert.rejects(work, /undone/);
    await store().write(async ({ sealing }) => {
      assert.ok(sealed);
      await assert.rejects(sealing.open(place, sealed), /gone/);
    });
  });

  it('that is dropped leaves what it sealed closed for ever', async () => {
    const person = aPerson();
    await seedPeople(store(), [person]);
    const place = { personId: person.id, column };
    const sealed = await store().write(({ sealing }) => sealing.seal(place, 'mine'));
    await store().write(({ sealing }) => sealing.drop(person.id));
    await store().write(async ({ sealing }) => {
      await sealing.seal(place, 'a new beginning');
      await assert.rejects(sealing.open(place, sealed));
    });
  });

  it('differs from person to person', async () => {
    const [one, two] = [aPerson(), aPerson()];
    await seedPeople(store(), [one, two]);
    await store().write(async ({ sealing }) => {
      const sealed = await sealing.seal({ personId: one.id, column }, 'mine');
      await sealing.seal({ personId: two.id, column }, 'theirs');
      const open = await sealing.opener([one.id, two.id]);
      assert.equal(open({ personId: one.id, column }, sealed), 'mine');
      assert.throws(() => open({ personId: two.id, column }, sealed));
      assert.throws(() => open({ personId: one.id, column: 'test.other' }, sealed));
    });
  });
});

onEveryEngine('What is sealed in a row', ({ store }) => {
  it('opens where it was written, and nowhere else: not with another person, row or column', async () => {
    const [one, two] = [aPerson(), aPerson()];
    const { id: programmeId } = await seedProgramme(store(), { people: [one, two] });
    const pairing = await seedPairing(store(), programmeId, [one.id, two.id]);
    const plan = async (personId: PersonId, week: number): Promise<CheckInId> => {
      const id = asId<CheckInId>(newId());
      const about = { programmeId, pairingId: pairing.id, personId };
      await store().transaction(async (tx) => {
        await tx.checkIns.plan({ ...about, id, week, dueAt: NOW });
        await tx.checkIns.setMood(id, confide(3), NOW);
      });
      return id;
    };
    const [mine, later, theirs] = [await plan(one.id, 1), await plan(one.id, 2), await plan(two.id, 1)];
    const moodOf = async (id: CheckInId) => (await store().reads.checkIns.byId(id))?.mood?.reveal();
    const move = (from: CheckInId, to: CheckInId, column: 'moodSealed' | 'helpedSealed') =>
      store().write(async ({ db }) => {
        const { moodSealed } = await db
          .selectFrom('checkIns')
          .where('id', '=', from)
          .select('moodSealed')
          .executeTakeFirstOrThrow();
        await db
          .updateTable('checkIns')
          .set({ [column]: moodSealed })
          .where('id', '=', to)
          .execute();
      });
    assert.equal(await moodOf(mine), 3);
    await move(mine, theirs, 'moodSealed');
    await assert.rejects(moodOf(theirs));
    await move(mine, later, 'moodSealed');
    await assert.rejects(moodOf(later));
    await move(mine, mine, 'helpedSealed');
    await assert.rejects(moodOf(mine));
    // A database administrator gives the whole row to somebody else: the key is then another person's.
    await store().write(({ db }) =>
      db
        .updateTable('checkIns')
        .set({ helpedSealed: null, personId: two.id, week: 9 })
        .where('id', '=', mine)
        .execute(),
    );
    await assert.rejects(moodOf(mine));
  });
});
