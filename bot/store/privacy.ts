import type { ProgrammeId } from '../core/ids.ts';
import type { PrivacyReads, PrivacyWrites } from '../core/ports/privacy.ts';
import { auditChain, auditPage, record } from './audit.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { heardOfPairings } from './heard-of-pairings.ts';
import { erase } from './erase.ts';
import { everythingAbout } from './everything-about.ts';
import { answersOfPeriod } from './period-answers.ts';
import { cohorts, keepCohort } from './cohorts.ts';
import { release, released } from './released.ts';
import { forget, forgetPerson, leavers } from './retention.ts';

export function privacyReads(store: ReadDb): PrivacyReads {
  return {
    released: (programme, scope) => released(store, programme, scope),
    cohorts: (programme, question, since) => cohorts(store, programme, question, since),
    answersOfPeriod: (programme, from, to) => answersOfPeriod(store, programme, from, to),
    heardOfPairings: (programme, until, page) => heardOfPairings(store, { programme, until, ...page }),
    reportingLines: (programme, to) => reportingLines(store, programme, to),
    audit: (programme, page) => auditPage(store, programme, page),
    auditChain: (programme, after) => auditChain(store, programme, after),
    leavers: (before, limit) => leavers(store, before, limit),
    everythingAbout: (person) => everythingAbout(store, person),
  };
}

export function privacyWrites(store: WriteDb): PrivacyWrites {
  return {
    release: (figures) => release(store, figures),
    keepCohort: (cohort) => keepCohort(store, cohort),
    record: (programme, entry) => record(store, programme, entry),
    forget: (before, at) => forget(store, before, at),
    forgetPerson: (person, at) => forgetPerson(store, person, at),
    erase: (person, at) => erase(store, person, at),
  };
}

function reportingLines({ db }: ReadDb, programme: ProgrammeId, to: Date) {
  return db
    .selectFrom('people')
    .innerJoin('programmes', 'programmes.tenantId', 'people.tenantId')
    .where('programmes.id', '=', programme)
    .where((eb) => eb.or([eb('people.leftAt', 'is', null), eb('people.leftAt', '>=', to)]))
    .select(['people.id as personId', 'people.managerId'])
    .orderBy('people.id')
    .execute();
}
