import type { ServerResponse } from 'node:http';
import type { Activity } from 'botbuilder';
import { LIMITS } from '../core/limits.ts';
import type { Sender, Turn, TurnHandler } from '../core/ports/messaging.ts';
import type { RefusalCode } from '../core/refusal.ts';
import type { Log } from '../log.ts';
import { TeamsAdapter } from './adapter.ts';
import type { AuthEndpoints, BotRegistration } from './adapter.ts';
import { createAgents } from './agents.ts';
import { pressRefusal } from './answers.ts';
import { CLOUDS } from './clouds.ts';
import type { Cloud } from './clouds.ts';
import type { Envelope } from './envelope.ts';
import { judge, serviceUrlAllowed } from './gate.ts';
import type { GateRules } from './gate.ts';
import { Lanes } from './lanes.ts';
import { readBody } from './read-body.ts';
import type { TeamsRequest } from './read-body.ts';
import { readTurn } from './read-turn.ts';
import { reply } from './replies.ts';
import { refuse, respond } from './respond.ts';
import { createSender } from './sender.ts';
import { runTurn } from './turns.ts';
import type { TurnEnd } from './turns.ts';

export interface TeamsOptions {
  /** Null for the anonymous mode: anyone who reaches the port may speak as anyone. */
  readonly bot: BotRegistration | null;
  /** Whether this is the demonstration, bound to a loopback address: the only place for the anonymous mode. */
  readonly loopbackDemonstration: boolean;
  readonly cloud: Cloud;
  readonly tenants: readonly string[];
  readonly handler: TurnHandler;
  /** What a person reads when a turn fails; `fault` is a mistake of ours. */
  readonly wordsFor: (code: RefusalCode | 'fault', locale: string | null) => string;
  readonly log: Log;
  /** Hosts instead of the cloud's own. */
  readonly serviceHosts?: readonly string[];
  readonly endpoints?: AuthEndpoints;
  readonly sendDeadlineMs?: number;
  readonly connectTimeoutMs?: number;
  /** What a turn may take. */
  readonly turnDeadlineMs?: number;
  /** How many activities may be in hand at a time; beyond that Teams is asked to come again. */
  readonly mostTurns?: number;
  /** Resolves when a reply to this turn may be sent, so that all instances together keep to Teams' limits. */
  readonly pace?: (turn: Turn) => Promise<boolean>;
}

export interface Teams {
  /**
   * Answers `POST /api/messages`. Mount it without a body parser: it reads at most 256 KB itself, and a parser's
   * own refusals would be worded otherwise. Never rejects; resolves once the replies of the turn are out.
   */
  handle(request: TeamsRequest, response: ServerResponse): Promise<void>;
  readonly sender: Sender;
  /** Resolves once every turn in hand has been answered, for a clean stop. */
  settled(): Promise<void>;
}

const SEND_DEADLINE_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** Teams gives a pressed card about ten seconds, and a message fifteen. */
const TURN_DEADLINE_MS = 3_000;
const MOST_TURNS = 128;

interface Parts {
  readonly options: TeamsOptions;
  readonly rules: GateRules;
  readonly adapter: TeamsAdapter;
  readonly sender: Sender;
  readonly lanes: Lanes;
}

/** Wires gate, adapter, turns and sender. @throws Error when the anonymous mode is asked for outside the demonstration. */
export function createTeams(options: TeamsOptions): Teams {
  if (options.bot === null && !options.loopbackDemonstration)
    throw new Error('A bot without an app id lets anyone be anyone: only the demonstration on loopback may');
  if (options.bot !== null && options.tenants.length === 0)
    throw new Error('A bot with an app id needs the tenants whose people may speak to it');
  const rules = gateRules(options);
  const deadlineMs = options.sendDeadlineMs ?? SEND_DEADLINE_MS;
  const agents = createAgents(options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS);
  const adapter = new TeamsAdapter({ ...options, wire: { deadlineMs, agents } });
  const sender = createSender({
    connector: (serviceUrl) => adapter.connector(serviceUrl),
    serviceUrlAllowed: (serviceUrl) => serviceUrlAllowed(rules, serviceUrl),
    tenantId: options.bot?.tenantId ?? options.tenants[0] ?? null,
    deadlineMs,
  });
  const parts: Parts = { options, rules, adapter, sender, lanes: new Lanes() };
  const inHand = new Set<Promise<void>>();
  let unanswered = 0;
  return {
    sender,
    handle: (request, response) => {
      if (unanswered >= (options.mostTurns ?? MOST_TURNS)) return shed(request, response);
      unanswered += 1;
      response.once('close', () => (unanswered -= 1));
      const work = handle(parts, request, response);
      inHand.add(work);
      return work.finally(() => inHand.delete(work));
    },
    settled: async () => {
      await Promise.allSettled(inHand);
    },
  };
}

/** More than can be answered in time: said at once, without reading what came. */
async function shed(request: TeamsRequest, response: ServerResponse): Promise<void> {
  response.setHeader('Retry-After', '2');
  response.setHeader('Connection', 'close');
  refuse(response, 503, 'try-again');
  request.resume();
}

function gateRules(options: TeamsOptions): GateRules {
  const cloud = CLOUDS[options.cloud];
  return {
    anonymous: options.bot === null,
    appId: options.bot?.appId ?? '',
    issuer: options.endpoints?.issuer ?? cloud.issuer,
    serviceHosts: new Set(options.serviceHosts ?? cloud.serviceHosts),
    tenants: new Set(options.tenants.map((tenant) => tenant.toLowerCase())),
  };
}

async function handle(parts: Parts, request: TeamsRequest, response: ServerResponse): Promise<void> {
  const { log } = parts.options;
  try {
    // Without tokens anything on this machine may speak, but no page of a browser in its user's name.
    if (parts.rules.anonymous && request.headers.origin !== undefined) {
      log.warn({ why: 'origin' }, 'refused at the gate');
      return refuse(response, 403, 'not-allowed');
    }
    const body = await readBody(request, LIMITS.activityBytes);
    if (body.kind === 'too-large') return refuse(response, 413, 'too-large');
    if (body.kind === 'malformed') return refuse(response, 400, 'malformed');
    const authorization = request.headers.authorization ?? '';
    const verdict = judge(parts.rules, { body: body.value, authorization });
    if (!verdict.pass) {
      log.warn({ why: verdict.refusal.why }, 'refused at the gate');
      return refuse(response, verdict.refusal.status, verdict.refusal.code);
    }
    await answer(parts, { envelope: verdict.envelope, body: body.value, authorization, response });
  } catch (error) {
    const { status, code } = failure(error);
    log.error({ error: error instanceof Error ? error.name : typeof error, status }, 'activity not handled');
    refuse(response, status, code);
  }
}

interface Admitted {
  readonly envelope: Envelope;
  readonly body: unknown;
  readonly authorization: string;
  readonly response: ServerResponse;
}

async function answer(parts: Parts, admitted: Admitted): Promise<void> {
  const { envelope, response } = admitted;
  const { options } = parts;
  const reading = readTurn(envelope, admitted.body);
  if (reading.kind === 'turn') return inOrder(parts, admitted, reading.turn);
  await throughAdapter(parts, admitted, null);
  if (reading.kind === 'ignored') return respond(response, 200);
  if (reading.kind === 'unknown-invoke')
    return respond(response, 501, { error: { code: 'not-implemented' } });
  if (!reading.invoke) return refuse(response, 400, 'malformed');
  respond(response, 200, pressRefusal(400, 'malformed', options.wordsFor('malformed', null)));
}

/** Two quick messages of one conversation are taken, and answered, in the order in which they came. */
async function inOrder(parts: Parts, admitted: Admitted, turn: Turn): Promise<void> {
  const { options, sender, lanes } = parts;
  const { conversationId } = turn.reference;
  const pace = () => options.pace?.(turn) ?? Promise.resolve(true);
  const endsAt = performance.now() + (options.turnDeadlineMs ?? TURN_DEADLINE_MS);
  let replied: Promise<void> = Promise.resolve();
  await lanes.run(`turn ${conversationId}`, async () => {
    // Whoever waited behind others has waited: the time of a turn begins when it comes.
    const leftMs = Math.max(1, endsAt - performance.now());
    const end = await throughAdapter(parts, admitted, turn, leftMs);
    respond(admitted.response, end?.status ?? 503, end?.press ?? undefined);
    const messages = end?.answer?.messages ?? [];
    const say = () => reply({ sender, log: options.log, pace }, turn.reference, messages);
    if (messages.length > 0) replied = lanes.run(`reply ${conversationId}`, say);
  });
  await replied;
}

/** botbuilder checks the token of everything that passed the gate, and only then is the turn run. */
async function throughAdapter(
  parts: Parts,
  admitted: Admitted,
  turn: Turn | null,
  turnDeadlineMs = TURN_DEADLINE_MS,
): Promise<TurnEnd | null> {
  const { options, adapter } = parts;
  let end: TurnEnd | null = null;
  const deps = { ...options, turnDeadlineMs };
  await adapter.turn(admitted.authorization, bareActivity(admitted.envelope, turn), async () => {
    if (turn !== null) end = await runTurn(deps, turn);
  });
  return end;
}

/** Only what botbuilder needs: nothing else of the body gets further. */
function bareActivity({ type, channelId, serviceUrl }: Envelope, turn: Turn | null): Activity {
  const { reference } = turn ?? {};
  const bare: Partial<Activity> = {
    type,
    channelId,
    serviceUrl,
    ...(reference === undefined
      ? {}
      : {
          conversation: {
            id: reference.conversationId,
            name: '',
            isGroup: false,
            conversationType: 'personal',
          },
          from: { id: reference.userId, name: '' },
          recipient: { id: reference.botId, name: '' },
        }),
  };
  return bare as Activity;
}

/**
 * What botbuilder throws before a turn is run. No keys to be had is worth another try by Teams; all else means that
 * the token is not one of Teams'.
 */
function failure(error: unknown): { status: 401 | 503; code: 'not-signed-in' | 'try-again' } {
  const known = error instanceof Error ? error : new Error('not an error');
  const status: unknown = Reflect.get(known, 'statusCode');
  const away = typeof status === 'number' ? status >= 500 : typeof Reflect.get(known, 'code') === 'string';
  return away ? { status: 503, code: 'try-again' } : { status: 401, code: 'not-signed-in' };
}
