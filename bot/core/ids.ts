/** Identifiers are branded so that a person can never be passed where a programme is asked for. */
declare const brand: unique symbol;
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type TenantId = Id<'tenant'>;
export type PersonId = Id<'person'>;
export type ProgrammeId = Id<'programme'>;
export type TopicId = Id<'topic'>;
export type RoundId = Id<'round'>;
export type ProposalId = Id<'proposal'>;
export type PairingId = Id<'pairing'>;
export type CheckInId = Id<'check-in'>;
export type OccurrenceId = Id<'occurrence'>;

/** Brands a string that has been read from the store, a verified token or a validated request. */
export const asId = <T extends Id<string>>(value: string): T => value as T;
