import { setTimeout as wait } from 'node:timers/promises';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ConversationReference } from 'botbuilder';
import { openOnes } from '../../chaos/count.ts';
import { startFake, UNCLEAR } from '../../chaos/fake.ts';
import { Fleet } from '../../chaos/fleet.ts';
import { PREFIX } from '../../chaos/names.ts';
import { makePlace } from '../../chaos/make-place.ts';
import { openPlace } from '../../chaos/place.ts';
import { seedCompany } from '../../chaos/company.ts';
import { startProcess } from '../../chaos/processes.ts';
import { TENANT } from '../../helpers/builders.ts';

export interface PeerReport {
  readonly messages: number;
  /** While it was sending. */
  readonly perSecond: number;
  /** Until the last one had ended. */
  readonly seconds: number;
  readonly maxPerSecond: number;
  /** People who were told twice. */
  readonly duplicates: number;
  /** Messages that never arrived, and that nobody says so of. */
  readonly lost: number;
  /** Messages of which it is said that nobody knows. */
  readonly unknown: number;
  readonly throttled: number;
}

const FAULTS = 0.05;
const SEED = 11;

/** What every template does: a loop over the people that continues each conversation, and logs what fails. */
export async function measurePeer(messages: number): Promise<PeerReport> {
  const fake = await startFake();
  try {
    await fake.share(FAULTS, UNCLEAR, SEED);
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    let failed = 0;
    const began = performance.now();
    for (let index = 0; index < messages; index += 1) {
      const sent = adapter
        .continueConversationAsync('', referenceOf(index, fake.serviceUrl), async (context) => {
          await context.sendActivity(`${PREFIX}${index}`);
        })
        .catch(() => (failed += 1));
      // botbuilder has no deadline of its own: who hangs, hangs.
      await Promise.race([sent, wait(10_000)]);
    }
    const seconds = (performance.now() - began) / 1000;
    const [summary, accepted] = [await fake.summary(), await fake.accepted()];
    return {
      messages,
      perSecond: Math.round((summary.named / (summary.namedSpanMs / 1000)) * 10) / 10,
      seconds: Math.round(seconds),
      maxPerSecond: summary.busiestSecond,
      duplicates: summary.duplicates,
      lost: messages - accepted.length,
      unknown: 0,
      throttled: summary.throttled,
    };
  } finally {
    await fake.close();
  }
}

function referenceOf(index: number, serviceUrl: string): Partial<ConversationReference> {
  return {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: '28:alongside', name: '' },
    user: { id: `29:${index}`, name: '' },
    conversation: {
      id: `a:${index}`,
      name: '',
      isGroup: false,
      conversationType: 'personal',
      tenantId: TENANT,
    },
  };
}

/** The same messages to the same Teams with the same faults, by one process of ours. */
export async function measureOurs(messages: number): Promise<PeerReport> {
  const place = await makePlace();
  const fake = await startFake();
  const store = await openPlace(place);
  const fleet = new Fleet(SEED);
  try {
    const { programmeId } = await seedCompany(store, {
      people: messages,
      pairs: 0,
      serviceUrl: fake.serviceUrl,
    });
    const planner = await startProcess('./planner-process.ts', { place, programmeId, occurrences: messages });
    await planner.gone;
    await fake.share(FAULTS, UNCLEAR, SEED);
    const began = performance.now();
    const common = { place, perSecond: 30, leaseMs: 60_000, sendDeadlineMs: 10_000, skewMs: 0, batch: 30 };
    await fleet.launch([{ ...common, stock: false }]);
    while ((await openOnes(store, programmeId)) > 0) await wait(100);
    const seconds = (performance.now() - began) / 1000;
    await fleet.stop(25_000);
    const [summary, accepted] = [await fake.summary(), new Set(await fake.accepted())];
    const rows = await store.write(({ db }) =>
      db.selectFrom('occurrences').select(['personId', 'period', 'state']).execute(),
    );
    const lost = rows.filter(
      ({ personId, period, state }) => state !== 'unknown' && !accepted.has(`${PREFIX}${personId}|${period}`),
    );
    return {
      messages,
      perSecond: Math.round((summary.named / (summary.namedSpanMs / 1000)) * 10) / 10,
      seconds: Math.round(seconds),
      maxPerSecond: summary.busiestSecond,
      duplicates: summary.duplicates,
      lost: lost.length,
      unknown: rows.filter(({ state }) => state === 'unknown').length,
      throttled: summary.throttled,
    };
  } finally {
    await store.close();
    await fake.close();
    await place.remove();
  }
}
