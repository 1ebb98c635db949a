import { createHash } from 'node:crypto';
import { asId } from '../core/ids.ts';
import type { TenantId, TopicId } from '../core/ids.ts';
import type { Topic } from '../core/person.ts';
import type { TopicReads, TopicWrites } from '../core/ports/topics.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { fold } from './fold.ts';
import { fromJson, toJson } from './json.ts';
import { inChunks, insertRows } from './portable.ts';

const COLUMNS = ['id', 'name', 'kind', 'aliasesJson'] as const;

export function topicReads({ db }: ReadDb): TopicReads {
  return {
    all: async (tenant) => {
      const rows = await db
        .selectFrom('topics')
        .where('tenantId', '=', tenant)
        .select(COLUMNS)
        .orderBy('nameKey')
        .execute();
      return rows.map(topicOf);
    },
    byIds: async (ids) => {
      const rows = await inChunks(ids, (chunk) =>
        db.selectFrom('topics').where('id', 'in', chunk).select(COLUMNS).execute(),
      );
      return new Map(rows.map((row) => [row.id, topicOf(row)]));
    },
  };
}

export function topicWrites(store: WriteDb): TopicWrites {
  const { db } = store;
  async function known(tenant: TenantId, keys: readonly string[]): Promise<Map<string, TopicId>> {
    const rows = await inChunks(keys, (chunk) =>
      db
        .selectFrom('topics')
        .where('tenantId', '=', tenant)
        .where('nameKey', 'in', chunk)
        .select(['id', 'nameKey'])
        .execute(),
    );
    return new Map(rows.map((row) => [row.nameKey, row.id]));
  }

  return {
    ensure: async (tenant, topics) => {
      const wanted = topics.map((topic) => ({ ...topic, nameKey: fold(topic.name) }));
      const ids = await known(
        tenant,
        wanted.map((topic) => topic.nameKey),
      );
      const missing = wanted.flatMap(({ name, nameKey, kind, aliases }) => {
        if (ids.has(nameKey)) return [];
        const id = topicId(tenant, nameKey);
        ids.set(nameKey, id);
        return [{ id, tenantId: tenant, name, nameKey, kind, aliasesJson: toJson(aliases) }];
      });
      await insertRows(store, 'topics', missing);
      return wanted.map((topic) => ids.get(topic.nameKey) ?? topicId(tenant, topic.nameKey));
    },
  };
}

/**
 * A topic's id follows from its name, as a UUID of version 8 (RFC 9562): whoever adds it first,
 * on whichever instance, it is the same.
 */
function topicId(tenant: TenantId, nameKey: string): TopicId {
  const bytes = createHash('sha256').update(`topic\n${tenant}\n${nameKey}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return asId(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
  );
}

function topicOf(row: Pick<Topic, 'id' | 'name' | 'kind'> & { readonly aliasesJson: string }): Topic {
  return { id: row.id, name: row.name, kind: row.kind, aliases: fromJson(row.aliasesJson) };
}
