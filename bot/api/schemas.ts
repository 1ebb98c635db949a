/**
 * What the server accepts: one schema for each request that carries something. Strict, so that a field
 * nobody knows (a prototype key, a typing error) is refused and not ignored.
 */
import { z } from 'zod';
import { LIMITS } from '../core/limits.ts';
import { MEMBER_STATES, RHYTHMS, TOPIC_SIDES } from '../core/member.ts';
import { LOCALES } from '../core/person.ts';
import { PAIRING_MODES } from '../core/programme.ts';
import { RESEND_REASONS } from '../core/resend.ts';
import { ANSWERS, CORRECTION_KINDS, PAIRING_STATES } from '../core/round.ts';

const id = z.string().min(1).max(64);
const day = z.iso.date();

export const pageQuery = z.strictObject({
  search: z.string().max(LIMITS.nameLength).default(''),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageSize).default(LIMITS.pageSize),
});

export const chainQuery = z.strictObject({ after: z.coerce.number().int().min(1).optional() });

export const pairingsQuery = pageQuery.extend({ state: z.enum(PAIRING_STATES).optional() });

export const membershipBody = z.strictObject({
  state: z.enum(MEMBER_STATES),
  pausedUntil: day.nullable().default(null),
  rhythm: z.enum(RHYTHMS).optional(),
  mentorCapacity: z.number().int().min(0).max(LIMITS.mentorCapacity).optional(),
  visibleToManager: z.boolean().optional(),
});

export const topicsBody = z.strictObject({
  side: z.enum(TOPIC_SIDES),
  topics: z.array(id).max(LIMITS.topicsPerList),
});

export const preferencesBody = z.strictObject({
  locale: z.enum(LOCALES),
  timeZone: z.string().max(64),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .max(LIMITS.languagesPerPerson),
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  startMinute: z.number().int().min(0).max(1439),
  endMinute: z.number().int().min(1).max(1440),
});

export const answerBody = z.strictObject({ answer: z.enum(ANSWERS) });

export const resendBody = z.strictObject({ reason: z.enum(RESEND_REASONS) });

/** Whom to give the running of a programme, or to take it from. */
export const personBody = z.strictObject({ personId: id });

const settings = z.strictObject({
  mode: z.enum(PAIRING_MODES),
  stepsAhead: z.strictObject({ min: z.number().int().min(0).max(4), max: z.number().int().min(0).max(4) }),
  commonHours: z.number().int().min(0).max(12),
  cooldownWeeks: z.number().int().min(0).max(104),
  pairingWeeks: z.number().int().min(4).max(52),
  checkInWeeks: z.array(z.number().int().min(1).max(52)).min(1).max(52),
  proposalWorkingDays: z.number().int().min(1).max(20),
  silence: z.strictObject({
    nudgeDays: z.array(z.number().int().min(1).max(60)).max(5),
    closeDays: z.number().int().min(7).max(180),
  }),
  weights: z.strictObject({
    experience: z.number().int().min(0).max(1000),
    skill: z.number().int().min(0).max(1000),
    step: z.number().int().min(0).max(1000),
    hours: z.number().int().min(0).max(1000),
    otherDepartment: z.number().int().min(0).max(1000),
  }),
  learning: z.boolean().default(false),
});

export const settingsBody = z.strictObject({ version: z.number().int().min(0), settings });

export const compareBody = z.strictObject({ settings });

export const correctionBody = z.strictObject({
  kind: z.enum(CORRECTION_KINDS).nullable(),
  people: z.tuple([id, id]),
});

export const helpContactsBody = z.strictObject({
  contacts: z
    .array(
      z.strictObject({
        country: z.string().regex(/^([A-Z]{2}|\*)$/),
        name: z.string().min(1).max(LIMITS.nameLength),
        phone: z.string().min(3).max(60),
        url: z.url().max(500).nullable(),
        hours: z.string().min(1).max(LIMITS.nameLength),
        emergency: z.string().min(2).max(20),
      }),
    )
    .max(LIMITS.helpContacts),
});

export const noQuery = z.strictObject({});

/** Who to be in the demonstration. */
export const demoBody = z.strictObject({ personId: id });
export const demoQuery = demoBody;
