/** Asked now and then; true ends the work with the best so far. The core has no clock, so the caller brings one. */
export type Stop = () => boolean;

export const never: Stop = () => false;
