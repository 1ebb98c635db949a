import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A wire that can be cut: stands before a server, and passes bytes on until it is told otherwise. */
export interface Proxy {
  readonly port: number;
  /** Connections that are open now. */
  count(): number;
  /** How many there have been. */
  accepted(): number;
  /** Resets every connection, as a server that restarts does. */
  cut(): void;
  /** From now on nobody gets in; whoever is in stays. */
  close(): void;
  /** Nothing passes in either direction until it opens again. */
  hold(): void;
  /** What people send arrives, what the server answers does not. */
  swallowAnswers(): void;
  /** All is as it was at first. */
  open(): void;
  end(): Promise<void>;
}

type State = 'open' | 'held' | 'deaf';

/** Listens on a port of its own on loopback. */
export async function startProxy(host: string, port: number): Promise<Proxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let accepted = 0;
  let isClosed = false;
  let state: State = 'open';

  const server = createServer((client) => {
    if (isClosed) {
      client.resetAndDestroy();
      return;
    }
    accepted += 1;
    const upstream = connect(port, host);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [upstream, client] as const]) {
      from.on('data', (bytes) => {
        if (state !== 'deaf' || from === client) to.write(bytes);
      });
      from.on('error', () => {});
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
    }
    if (state === 'held') for (const socket of pair) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const each = (work: (socket: Socket) => unknown): void => {
    for (const pair of pairs) for (const socket of pair) work(socket);
  };
  const cut = (): void => each((socket) => socket.resetAndDestroy());
  return {
    port: (server.address() as AddressInfo).port,
    count: () => pairs.size,
    accepted: () => accepted,
    cut,
    close: () => {
      isClosed = true;
    },
    hold: () => {
      state = 'held';
      each((socket) => socket.pause());
    },
    swallowAnswers: () => {
      state = 'deaf';
    },
    open: () => {
      [isClosed, state] = [false, 'open'];
      each((socket) => socket.resume());
    },
    end: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
