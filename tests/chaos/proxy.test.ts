import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { startProxy } from '../fakes/tcp/proxy.ts';
import type { Proxy } from '../fakes/tcp/proxy.ts';

describe('a proxy that falls silent', () => {
  let echo: Server;
  let proxy: Proxy;
  let client: Socket;
  const heard = { text: '' };
  beforeEach(async () => {
    echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
    const { port } = echo.address() as AddressInfo;
    proxy = await startProxy('127.0.0.1', port);
    heard.text = '';
    client = connect(proxy.port, '127.0.0.1').on('data', (chunk) => (heard.text += chunk.toString()));
    client.on('error', () => undefined);
    await once(client, 'connect');
  });
  afterEach(async () => {
    client.destroy();
    await proxy.end();
    echo.close();
  });
  const hear = async (words: string): Promise<void> => {
    for (let tries = 0; heard.text !== words && tries < 1_000; tries += 1) await wait(5);
    assert.equal(heard.text, words);
  };

  it('carries everything, holds it back, and carries it on', async () => {
    client.write('one');
    await hear('one');
    proxy.hold();
    client.write(' two');
    const late = connect(proxy.port, '127.0.0.1').on('data', () => assert.fail('it is silent'));
    await once(late, 'connect');
    late.write('hello');
    await wait(100);
    assert.equal(heard.text, 'one');
    assert.equal(client.destroyed, false, 'nobody has hung up');
    late.destroy();
    proxy.open();
    await hear('one two');
  });

  it('resets what there is, and takes new connections', async () => {
    const closed = new Promise((resolve) => client.once('close', resolve));
    proxy.cut();
    await closed;
    client = connect(proxy.port, '127.0.0.1').on('data', (chunk) => (heard.text += chunk.toString()));
    client.write('again');
    await hear('again');
  });
});
