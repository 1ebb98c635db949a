import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import type { TenantId } from '../core/ids.ts';
import type {
  DirectoryCounts,
  DirectoryPage,
  DirectoryPlace,
  DirectorySource,
} from '../core/ports/directory.ts';

/**
 * Reads one round of the company's directory and brings people in line with it once the round is whole. Cut off
 * anywhere, the next run goes on at the page that was missing; nobody is changed or gone before the last one is here.
 * Null when another instance was faster. @throws Error when the directory cannot be had now.
 */
export async function syncDirectory(
  deps: Deps,
  input: { readonly tenantId: TenantId; readonly source: DirectorySource },
): Promise<DirectoryCounts | null> {
  const { tenantId, source } = input;
  let restarted = false;
  for (;;) {
    const place = await deps.store.reads.directory.place(tenantId);
    const page = await source.read(place?.link ?? null);
    if (page === 'start-over') {
      // Once is the directory's right; twice in one run is a fault that asking faster does not mend.
      if (restarted) throw new Error('The directory does not know its own beginning');
      restarted = true;
      await deps.store.transaction((tx) => tx.directory.startOver(tenantId));
      continue;
    }
    const taken = await takePage(deps, tenantId, place, page);
    if (taken !== 'more') return taken;
  }
}

async function takePage(
  deps: Deps,
  tenantId: TenantId,
  place: DirectoryPlace | null,
  { changes, next, done }: DirectoryPage,
): Promise<DirectoryCounts | 'more' | null> {
  const link = next ?? done;
  if (link === null) throw new Error('The directory says neither how to go on nor that it is done');
  const readBefore = place?.isComplete ?? false;
  return deps.store.transaction(async (tx) => {
    const at = deps.now();
    const to = { link, isComplete: readBefore || next === null };
    if (!(await tx.directory.moveOn(tenantId, place?.link ?? null, to, at))) return null;
    await tx.directory.stage(tenantId, changes);
    if (next !== null) return 'more';
    return tx.directory.applyStaged(tenantId, {
      everyone: !readBefore,
      at,
      newId: () => asId(deps.newId()),
    });
  });
}
