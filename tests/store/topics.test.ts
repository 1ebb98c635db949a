import assert from 'node:assert/strict';
import { asId } from '../../bot/core/ids.ts';
import type { TopicKind } from '../../bot/core/person.ts';
import { newId } from '../../bot/new-id.ts';
import { TENANT } from '../helpers/builders.ts';
import { onEveryEngine } from './engines.ts';

const topic = (name: string, kind: TopicKind = 'skill', aliases: readonly string[] = []) => ({
  name,
  kind,
  aliases,
});

onEveryEngine('Topics', ({ store, another }) => {
  const ensure = (...names: readonly string[]) =>
    store().transaction((tx) =>
      tx.topics.ensure(
        TENANT,
        names.map((name) => topic(name)),
      ),
    );

  it('are added once, compared without case, in the order asked', async () => {
    const [kubernetes, career] = await ensure('Kubernetes', 'Changing career');
    const again = await ensure('CHANGING  CAREER', 'kubernetes', 'Go', 'go');
    assert.equal(again[0], career);
    assert.equal(again[1], kubernetes);
    assert.equal(again[2], again[3]);
    const names = (await store().reads.topics.all(TENANT)).map(({ name }) => name);
    assert.deepEqual(names, ['Changing career', 'Go', 'Kubernetes']);
  });

  it('keep names that differ in signs apart', async () => {
    const ids = await ensure('C', 'C#', 'C++', 'Amazon Web Services (AWS)', 'Spring Boot, 3.x');
    assert.equal(new Set(ids).size, 5);
  });

  it('keep the kind and other words they were first given', async () => {
    await store().transaction((tx) =>
      tx.topics.ensure(TENANT, [topic('Elternzeit', 'experience', ['parental leave', '👶'])]),
    );
    const [id] = await ensure('elternzeit');
    assert.ok(id);
    const found = await store().reads.topics.byIds([id]);
    assert.deepEqual(found.get(id), {
      id,
      name: 'Elternzeit',
      kind: 'experience',
      aliases: ['parental leave', '👶'],
    });
  });

  it('are the company’s own', async () => {
    const tenant = asId<typeof TENANT>(newId());
    const [mine] = await ensure('Go');
    const [theirs] = await store().transaction((tx) => tx.topics.ensure(tenant, [topic('Go')]));
    assert.notEqual(mine, theirs);
    assert.equal((await store().reads.topics.all(tenant)).length, 1);
  });

  it('that two processes add at once are added once', async () => {
    const other = await another();
    const names = Array.from({ length: 50 }, (_, index) => topic(`Topic ${index}`));
    const [one, two] = await Promise.all([
      store().transaction((tx) => tx.topics.ensure(TENANT, names)),
      other.transaction((tx) => tx.topics.ensure(TENANT, names.toReversed())),
    ]);
    assert.deepEqual(one, two.toReversed());
    assert.equal((await store().reads.topics.all(TENANT)).length, 50);
  });
});
