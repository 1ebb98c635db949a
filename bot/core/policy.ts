/**
 * Who may do what. There are no roles in tokens: a relation holds between the person who asks and what they
 * ask about, is read from the store for each request, and so ends the moment it ends there.
 */
export const RELATIONS = ['colleague', 'self', 'partner', 'manager', 'coordinator', 'operator'] as const;
/**
 * Colleague: of the same company. Self: the thing is theirs. Partner: a side of the proposal or pairing.
 * Manager: has people below them, and it is about those. Coordinator: of that very programme.
 * Operator: named in the service's own settings; looks after it, and sees nothing of what people said.
 */
export type Relation = (typeof RELATIONS)[number];

const ALLOWED = {
  'see-topics': ['colleague'],
  'see-own': ['self'],
  'change-own': ['self'],
  'export-own': ['self'],
  'erase-own': ['self'],
  'answer-proposal': ['partner'],
  'end-pairing': ['partner'],
  'see-team-figures': ['manager'],
  'see-programme': ['coordinator'],
  'change-programme': ['coordinator'],
  'run-rounds': ['coordinator'],
  'resend-messages': ['coordinator'],
  'change-coordinators': ['coordinator', 'operator'],
  'see-audit': ['coordinator', 'operator'],
} as const satisfies Readonly<Record<string, readonly Relation[]>>;

export type Permission = keyof typeof ALLOWED;

/** The one decision: whether any relation of the person to the thing gives the permission. */
export function may(permission: Permission, relations: readonly Relation[]): boolean {
  const allowed: readonly Relation[] = ALLOWED[permission];
  return relations.some((relation) => allowed.includes(relation));
}
