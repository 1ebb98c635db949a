import type { PartnerView } from '../../../../bot/api/contract.ts';

export type Relation = 'my-mentor' | 'my-mentee' | 'exchange' | 'peers' | 'trio' | 'circle';

/** What the others are to me, in one word of the catalogue. */
export function relation(view: Pick<PartnerView, 'kind' | 'myRole'>): Relation {
  if (view.kind === 'mentoring') return view.myRole === 'mentor' ? 'my-mentee' : 'my-mentor';
  return view.kind;
}
