import type { RouteName } from './contract.ts';
import { audit, auditChain } from './audit-view.ts';
import { addCoordinator, colleagues, coordinators, removeCoordinator } from './coordinators.ts';
import { programmeDelivery, resendMessage } from './delivery.ts';
import { me } from './me.ts';
import { myMoods } from './moods.ts';
import { eraseMyData, myData } from './my-data.ts';
import { changeMembership, changePreferences, changeTopics } from './my-space-changes.ts';
import { mySpace } from './my-space.ts';
import { endPairing } from './pairings.ts';
import {
  changeHelpContacts,
  changeProgramme,
  programme,
  programmePairings,
  programmePeople,
  startProgramme,
  suggestedWeights,
} from './programmes.ts';
import { answerProposal } from './proposals.ts';
import { compareSettings, correctRound, roundsOverTime } from './round-changes.ts';
import { discardRound, previewRound, programmeRounds, round, sendRound } from './rounds.ts';
import type { Route } from './route.ts';
import { team } from './team.ts';
import { topics } from './topics.ts';

/** Every route of the contract with its policy: one without does not compile. */
export const TABLE: Readonly<Record<RouteName, Route>> = {
  me,
  mySpace,
  myMoods,
  changeMembership,
  changeTopics,
  changePreferences,
  answerProposal,
  endPairing,
  myData,
  eraseMyData,
  topics,
  team,
  programme,
  programmePeople,
  programmePairings,
  programmeRounds,
  changeProgramme,
  changeHelpContacts,
  startProgramme,
  coordinators,
  colleagues,
  addCoordinator,
  removeCoordinator,
  audit,
  auditChain,
  programmeDelivery,
  resendMessage,
  previewRound,
  round,
  sendRound,
  discardRound,
  correctRound,
  compareSettings,
  roundsOverTime,
  suggestedWeights,
};
