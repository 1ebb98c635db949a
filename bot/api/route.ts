import type { z } from 'zod';
import { may } from '../core/policy.ts';
import type { Permission, Relation } from '../core/policy.ts';
import { Refusal } from '../core/refusal.ts';
import type { Asker } from './asker.ts';
import type { Asked } from './http/serve.ts';
import { loadSubject } from './relations.ts';
import type { SubjectKind, Subjects } from './relations.ts';
import { noQuery } from './schemas.ts';

/** What a handler is given: who asks, about what, and what came with it, all of it checked. */
export interface Asking<Kind extends SubjectKind, Body, Query> extends Asker {
  readonly subject: Subjects[Kind];
  /** How the person is related to it. */
  readonly relations: readonly Relation[];
  readonly body: Body;
  readonly query: Query;
}

interface RouteDefinition<Kind extends SubjectKind, Body, Query> {
  readonly may: Permission;
  /** What the permission is about; loading it also tells how the person is related to it. */
  readonly of: Kind;
  readonly body?: z.ZodType<Body>;
  readonly query?: z.ZodType<Query>;
  /** 1 where nothing else is said. */
  readonly cost?: number;
  readonly handle: (asking: Asking<Kind, Body, Query>) => Promise<unknown>;
}

/** A route with its policy; made by `route` only, which asks for one. */
export interface Route {
  readonly may: Permission;
  readonly of: SubjectKind;
  /** What it takes of the person's allowance. */
  readonly cost: number;
  readonly answer: (asker: Asker, asked: Asked) => Promise<unknown>;
}

/** Puts a policy, what may come with a request, and its handler together. The policy is decided first. */
export function route<Kind extends SubjectKind, Body = undefined, Query = Readonly<Record<string, never>>>(
  definition: RouteDefinition<Kind, Body, Query>,
): Route {
  return {
    may: definition.may,
    of: definition.of,
    cost: definition.cost ?? 1,
    answer: async (asker, asked) => {
      const { subject, relations } = await loadSubject(definition.of, asker, asked.params);
      if (subject === null || !may(definition.may, relations)) throw new Refusal('not-found');
      const query = asked.query(definition.query ?? (noQuery as unknown as z.ZodType<Query>));
      const body = definition.body === undefined ? undefined : await asked.body(definition.body);
      return definition.handle({ ...asker, subject, relations, query, body: body as Body });
    },
  };
}
