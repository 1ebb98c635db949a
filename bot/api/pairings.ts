import { endPairing as end } from '../actions/end-pairing.ts';
import { route } from './route.ts';

export const endPairing = route({
  may: 'end-pairing',
  of: 'pairing',
  handle: ({ deps, person, subject }) => end(deps, { pairingId: subject.id, personId: person.id }),
});
