/**
 * Finds everyone who stands on a loop of a reporting line, that is, who would be their own manager at some depth.
 * `managerOf[i]` is the place of i's manager, or -1. Those who merely report into a loop are not on it.
 * Linear in time, and one byte a person in memory.
 */
export function onLoops(managerOf: Int32Array): readonly number[] {
  const fresh = 0;
  const walking = 1;
  const done = 2;
  const state = new Uint8Array(managerOf.length);
  const found: number[] = [];
  for (let start = 0; start < managerOf.length; start += 1) {
    let at = start;
    while (at >= 0 && state[at] === fresh) {
      state[at] = walking;
      at = managerOf[at] ?? -1;
    }
    // Only a walk that runs into itself has closed a loop; every other ends at the top or on settled ground.
    if (at >= 0 && state[at] === walking) {
      const first = at;
      do {
        found.push(at);
        at = managerOf[at] ?? -1;
      } while (at !== first);
    }
    at = start;
    while (at >= 0 && state[at] === walking) {
      state[at] = done;
      at = managerOf[at] ?? -1;
    }
  }
  return found;
}
