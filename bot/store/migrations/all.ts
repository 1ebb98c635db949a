import { people } from './0001-people.ts';
import { programmes } from './0002-programmes.ts';
import { rounds } from './0003-rounds.ts';
import { pairings } from './0004-pairings.ts';
import { said } from './0005-said.ts';
import { delivery } from './0006-delivery.ts';
import { privacy } from './0007-privacy.ts';
import { imports } from './0008-imports.ts';
import { ownData } from './0009-own-data.ts';
import { pace } from './0010-pace.ts';
import { dataRights } from './0011-data-rights.ts';
import { lanes } from './0012-lanes.ts';
import { reading } from './0013-reading.ts';
import { current } from './0014-current.ts';
import { corrections } from './0015-corrections.ts';
import { directory } from './0016-directory.ts';
import { circleKind } from './0017-circle-kind.ts';
import { histories } from './0018-histories.ts';
import { tidy } from './0019-tidy.ts';
import { sharing } from './0020-sharing.ts';
import { leaving } from './0021-leaving.ts';
import type { Migration } from './table.ts';

/** In the order in which they are applied. */
export const MIGRATIONS: readonly Migration[] = [
  people,
  programmes,
  rounds,
  pairings,
  said,
  delivery,
  privacy,
  imports,
  ownData,
  pace,
  dataRights,
  lanes,
  reading,
  current,
  corrections,
  directory,
  circleKind,
  histories,
  tidy,
  sharing,
  leaving,
];
