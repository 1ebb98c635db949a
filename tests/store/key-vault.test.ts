import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { keyVaultKey } from '../../bot/store/sealing/key-vault.ts';
import { rewrapDataKeys } from '../../bot/store/sealing/rewrap.ts';
import { isOfFile, wrappingKeyOf } from '../../bot/store/sealing/key-file.ts';
import { withOlder } from '../../bot/store/sealing/wrapping-key.ts';
import type { WrappingKey } from '../../bot/store/sealing/wrapping-key.ts';
import { startFakeKeyVault } from '../fakes/key-vault/fake-key-vault.ts';
import type { FakeKeyVault } from '../fakes/key-vault/fake-key-vault.ts';
import { aPerson } from '../helpers/builders.ts';
import { seedPeople } from '../helpers/seed.ts';
import { openTestStore, testStoreOn } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

describe('A key of Azure Key Vault', function () {
  this.timeout(20_000);
  let vault: FakeKeyVault;
  let key: WrappingKey;
  let ticks: number;
  let scopes: string[];
  beforeEach(async () => {
    vault = await startFakeKeyVault();
    ticks = 0;
    scopes = [];
    const credential = {
      getToken: (scope: string | string[]) => {
        scopes.push(...[scope].flat());
        return Promise.resolve({ token: 'of-the-service', expiresOnTimestamp: Date.now() + 3_600_000 });
      },
    };
    key = keyVaultKey({ keyUrl: vault.keyUrl, credential, client: vault.client, ticks: () => ticks });
  });
  afterEach(() => vault.close());

  const wait = (minutes: number): void => {
    ticks += minutes * 60_000;
  };
  const idOf = (nr: number): string => `${vault.keyUrl}/${vault.versions[nr]}`;

  it('wraps and unwraps in the vault, signed in as the service, and says which version it was', async () => {
    const dataKey = randomBytes(32);
    const { keyId, wrapped } = await key.wrap(dataKey);
    assert.equal(keyId, idOf(0));
    assert.ok(!Buffer.from(wrapped).includes(dataKey));
    assert.deepEqual(Buffer.from(await key.unwrap(keyId, wrapped)), dataKey);
    assert.deepEqual([...new Set(scopes)], ['https://vault.azure.net/.default']);
    for (const verb of ['wrapkey', 'unwrapkey'])
      assert.ok(vault.asked.includes(`POST /keys/people-data-keys/${vault.versions[0]}/${verb}`), verb);
  });

  it('notices a rotation in the vault, and opens what the older version wrapped', async () => {
    const before = await key.wrap(randomBytes(32));
    vault.rotate();
    assert.equal(await key.current(), idOf(0));
    wait(5);
    assert.equal((await key.wrap(randomBytes(32))).keyId, idOf(1));
    await assert.doesNotReject(key.unwrap(before.keyId, before.wrapped));
  });

  it('opens nothing with a version that was disabled, nor with another one', async () => {
    const { keyId, wrapped } = await key.wrap(randomBytes(32));
    vault.rotate();
    await assert.rejects(key.unwrap(idOf(1), wrapped));
    vault.disable(vault.versions[0] ?? '');
    await assert.rejects(key.unwrap(keyId, wrapped), /disabled/);
  });

  it('asks no other vault and no other key, whatever the table says', async () => {
    const { wrapped } = await key.wrap(randomBytes(32));
    vault.meant.length = 0;
    for (const keyId of [
      'https://attacker.vault.azure.net/keys/people-data-keys/1',
      'https://fake.vault.azure.net.attacker.example/keys/people-data-keys/1',
      'https://fake.vault.azure.net/keys/others/1',
      'https://fake.vault.azure.net/keys/people-data-keys-2/1',
      'file:0123456789abcdef',
    ])
      await assert.rejects(key.unwrap(keyId, wrapped), /not ours/);
    assert.deepEqual(vault.meant, []);
  });

  describe('and people’s data keys', () => {
    let store: TestStore;
    const [ada, bo] = [aPerson(), aPerson()];
    const place = (person: typeof ada) => ({ personId: person.id, column: 'test.text' });
    const sealed = new Map<string, Uint8Array>();
    const ids = async () =>
      (await store.engine.read.selectFrom('dataKeys').select('wrappingKeyId').execute()).map(
        (row) => row.wrappingKeyId,
      );
    const sealFor = (person: typeof ada) =>
      store.write(
        async ({ sealing }) => void sealed.set(person.id, await sealing.seal(place(person), 'mine')),
      );
    const openFor = (person: typeof ada, on: TestStore = store) =>
      on.write(({ sealing }) => sealing.open(place(person), sealed.get(person.id) ?? new Uint8Array()));

    beforeEach(async () => {
      store = await openTestStore(':memory:', key);
      await seedPeople(store, [ada, bo]);
      await sealFor(ada);
      await sealFor(bo);
    });
    afterEach(() => store.close());

    it('are wrapped anew after a rotation, readable before, meanwhile and after, even with the old version gone', async () => {
      vault.rotate();
      wait(5);
      assert.equal(await openFor(ada), 'mine');
      assert.deepEqual(await rewrapDataKeys(store.engine, key), { rewrapped: 2, unreadable: 0 });
      assert.deepEqual(await ids(), [idOf(1), idOf(1)]);
      vault.disable(vault.versions[0] ?? '');
      assert.deepEqual([await openFor(ada), await openFor(bo)], ['mine', 'mine']);
      assert.deepEqual(await rewrapDataKeys(store.engine, key), { rewrapped: 0, unreadable: 0 });
    });

    it('that no key opens any more are counted, and do not hold up the others', async () => {
      vault.rotate();
      wait(5);
      await store.write(({ db }) =>
        db
          .updateTable('dataKeys')
          .set({ wrappingKeyId: 'https://elsewhere.example/keys/k/1' })
          .where('personId', '=', ada.id)
          .execute(),
      );
      assert.deepEqual(await rewrapDataKeys(store.engine, key), { rewrapped: 1, unreadable: 1 });
      assert.equal(await openFor(bo), 'mine');
    });

    it('of somebody erased in between stay erased', async () => {
      vault.rotate();
      wait(5);
      const slow: WrappingKey = {
        ...key,
        wrap: async (plain) => {
          await store.write(({ sealing }) => sealing.drop(ada.id));
          return key.wrap(plain);
        },
      };
      await rewrapDataKeys(store.engine, slow);
      assert.equal((await ids()).length, 1);
      await assert.rejects(openFor(ada), /gone/);
    });

    it('move from a key file into the vault without a moment in which they do not open', async () => {
      const file = wrappingKeyOf(randomBytes(32));
      const before = await openTestStore(':memory:', file);
      await seedPeople(before, [ada]);
      sealed.set(ada.id, await before.write(({ sealing }) => sealing.seal(place(ada), 'from the file')));
      const both = withOlder(key, file, isOfFile);
      const after = testStoreOn(before.engine, both);
      assert.equal(await openFor(ada, after), 'from the file');
      assert.deepEqual(await rewrapDataKeys(before.engine, both), { rewrapped: 1, unreadable: 0 });
      assert.equal(await openFor(ada, testStoreOn(before.engine, key)), 'from the file');
      await before.close();
    });
  });
});
