import { followAudit } from '../actions/follow-audit.ts';
import { asId } from '../core/ids.ts';
import { DEMO_TENANT } from '../demo-tenant.ts';
import { CommandFailure, withStore } from './command.ts';
import type { Command } from './command.ts';

/**
 * Says for each programme whether its audit is as it was written, and its newest entry, to be kept elsewhere.
 * @throws CommandFailure where one is not
 */
export async function verifyAudit(
  { say, print }: Command,
  { json }: { readonly json: boolean },
): Promise<void> {
  const chains = await withStore(async ({ store }, { tenants }) => {
    const companies = tenants.length > 0 ? tenants : [DEMO_TENANT];
    const programmes = await Promise.all(companies.map((id) => store.reads.programmes.ofTenant(asId(id))));
    const found = [];
    for (const { id, name } of programmes.flat())
      found.push({ programme: name, ...(await followAudit(store.reads, id)) });
    return found;
  });
  if (json) print(JSON.stringify({ chains }));
  else if (chains.length === 0) print(say('programme.none'));
  else
    for (const { programme, entries, head } of chains)
      if (head !== null) print(say('store.audit-whole', { programme, count: entries, head }));
  const broken = chains.filter((one) => one.brokenAt !== null);
  if (broken.length > 0)
    throw new CommandFailure(
      broken
        .map(({ programme, brokenAt }) => say('store.audit-broken', { programme, entry: brokenAt ?? 0 }))
        .join('\n'),
    );
}
