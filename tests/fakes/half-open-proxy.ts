import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A TCP proxy on loopback that can fall silent without hanging up, as a network does that has lost its way. */
export interface HalfOpenProxy {
  readonly port: number;
  /** Carries nothing any more, either way. Connections stay open; new ones are accepted and hear nothing. */
  silence(): void;
  /** Carries again, what was held back first. */
  resume(): void;
  /** Resets every connection there is. */
  cut(): void;
  close(): Promise<void>;
}

export async function startHalfOpenProxy(to: { host: string; port: number }): Promise<HalfOpenProxy> {
  const sockets = new Set<Socket>();
  let silent = false;
  const carry = (from: Socket, into: Socket): void => {
    sockets.add(from);
    if (silent) from.pause();
    from.on('data', (chunk) => {
      // Whoever reads more slowly than is written holds the writer up, as without a proxy.
      if (into.write(chunk)) return;
      from.pause();
      into.once('drain', () => {
        if (!silent) from.resume();
      });
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      into.destroy();
    });
  };
  const server = createServer((near) => {
    const far = connect(to);
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    silence: () => {
      silent = true;
      for (const socket of sockets) socket.pause();
    },
    resume: () => {
      silent = false;
      for (const socket of sockets) socket.resume();
    },
    cut: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
