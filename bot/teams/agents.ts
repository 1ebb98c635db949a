import { Agent as HttpAgent } from 'node:http';
import type { AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { Socket } from 'node:net';

/** Idle connections are closed before the other side does it: a request on a dying one would end unknown. */
const OPTIONS: AgentOptions = { keepAlive: true, maxFreeSockets: 32, timeout: 15_000 };

/**
 * A connection that is not made in time fails as `connect ETIMEDOUT`, well before the deadline of the request:
 * only then is it certain that nothing was sent.
 */
function withConnectTimeout<T extends Duplex | null | undefined>(socket: T, timeoutMs: number): T {
  if (!(socket instanceof Socket) || !socket.connecting) return socket;
  const timer = setTimeout(() => {
    socket.destroy(Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT' }));
  }, timeoutMs).unref();
  const clear = (): void => clearTimeout(timer);
  socket.once('connect', clear).once('close', clear);
  return socket;
}

type Create<A extends HttpAgent> = A['createConnection'];

/** Agents of our own for the connector: keep-alive, short idle time, a limit on connecting. */
export function createAgents(connectTimeoutMs: number): { http: HttpAgent; https: HttpsAgent } {
  const http = new HttpAgent(OPTIONS);
  const https = new HttpsAgent(OPTIONS);
  limitConnecting(http, connectTimeoutMs);
  limitConnecting(https, connectTimeoutMs);
  return { http, https };
}

function limitConnecting(agent: HttpAgent, timeoutMs: number): void {
  const create: Create<HttpAgent> = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => withConnectTimeout(create(options, callback), timeoutMs);
}
