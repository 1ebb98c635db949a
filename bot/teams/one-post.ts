import type { Agent } from 'node:http';
import type { ConnectorClient } from 'botframework-connector';
import { currentAttempt } from './attempt.ts';

/** The little of azure's pipeline that we touch; it is a dependency of botbuilder's, not of ours. */
interface WireRequest {
  readonly url: string;
  abortSignal?: AbortSignal;
  agent?: Agent;
}
interface WireResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
  readonly bodyAsText?: string | null;
}
interface Policy {
  readonly name: string;
  sendRequest(
    request: WireRequest,
    next: (request: WireRequest) => Promise<WireResponse>,
  ): Promise<WireResponse>;
}
export interface Pipeline {
  addPolicy(policy: Policy, options: { phase: 'Sign' }): void;
  removePolicy(policy: { name: string }): readonly { readonly name: string }[];
}

export interface Wire {
  /** From the dispatch of a request to the end of its answer. */
  readonly deadlineMs: number;
  readonly agents: { readonly http: Agent; readonly https: Agent };
}

/** Policies that would send a message, or our token, a second time or elsewhere. */
const REMOVED = ['defaultRetryPolicy', 'redirectPolicy'] as const;

/**
 * Makes a connector send each request exactly once, within the deadline. botbuilder accepts `noRetryPolicy`
 * and ignores it, so the policy is taken out of the pipeline by hand.
 * @throws Error when a policy is not where it was: then botbuilder has changed, and sending would not be safe.
 */
export function sendOnce(connector: ConnectorClient, wire: Wire): ConnectorClient {
  const pipeline = pipelineOf(connector);
  for (const name of REMOVED)
    if (pipeline.removePolicy({ name }).length === 0) throw new Error(`botbuilder has no ${name} to remove`);
  // The last phase: after the token, next to the wire.
  pipeline.addPolicy(dispatchPolicy(wire), { phase: 'Sign' });
  return connector;
}

/** The pipeline is private in botbuilder's types, and the only way to its policies. */
export function pipelineOf(connector: ConnectorClient): Pipeline {
  const client = Reflect.get(connector, 'client') as { pipeline?: Pipeline } | undefined;
  if (client?.pipeline === undefined) throw new Error('botbuilder has no pipeline where it was');
  return client.pipeline;
}

function dispatchPolicy(wire: Wire): Policy {
  return {
    name: 'alongsideDispatch',
    sendRequest: async (request, next) => {
      const attempt = currentAttempt();
      if (attempt !== undefined && (attempt.abandoned || performance.now() > attempt.leaveBy))
        throw new Error('no time left to send');
      if (attempt !== undefined) attempt.dispatched = true;
      request.agent ??= request.url.startsWith('https:') ? wire.agents.https : wire.agents.http;
      const deadline = new AbortController();
      request.abortSignal = deadline.signal;
      const timer = setTimeout(() => {
        if (attempt !== undefined) attempt.timedOut = true;
        deadline.abort();
      }, wire.deadlineMs);
      try {
        const response = await next(request);
        if (attempt !== undefined) {
          attempt.status = response.status;
          attempt.retryAfter = response.headers.get('retry-after') ?? null;
          attempt.body = response.bodyAsText ?? null;
        }
        return response;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
