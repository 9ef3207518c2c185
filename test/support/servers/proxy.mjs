// @ts-check
// A TCP proxy before a server that cuts connections where a test wants it.
import { connect, createServer } from 'node:net';

/**
 * @typedef {object} Proxy
 * @property {(url: string) => string} url the same URL through the proxy
 * @property {() => void} cutAll ends all connections at once
 * @property {(refuses: boolean) => void} refuse whether new connections are ended at once too
 * @property {() => number} cuts how many connections it has cut at COMMIT
 * @property {() => Promise<void>} close
 */

/** The simple-protocol message that the runner commits with (manual, section 54.7, Query). */
const COMMIT = Buffer.from('COMMIT\0');

/**
 * @param {number} port of the server on 127.0.0.1
 * @param {{ commit?: 'forwarded' | 'held', from?: number, times?: number }} [options] Cut when COMMIT comes: after the
 * server has done it and before its answer is told, or before it hears of it; from the n-th COMMIT on (default 1), so
 * many times (default once)
 * @returns {Promise<Proxy>}
 */
export async function startProxy(port, options = {}) {
  const { from = 1, times = 1 } = options;
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  let [seen, cuts, refusing] = [0, 0, false];
  const cutsNow = () => options.commit !== undefined && ++seen >= from && cuts < times;
  const proxy = createServer((client) => {
    if (refusing) return void client.destroy();
    const server = connect(port, '127.0.0.1');
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    let waiting = false;
    client.on('data', (data) => {
      if (!data.includes(COMMIT) || !cutsNow()) return void server.write(data);
      cuts++;
      if (options.commit === 'held') return cut();
      waiting = true;
      server.write(data);
    });
    // The answer to COMMIT means that the server has done it.
    server.on('data', (data) => (waiting ? cut() : void client.write(data)));
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = proxy.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: (url) => url.replace(`:${port}/`, `:${own}/`),
    cutAll: () => {
      for (const socket of sockets) socket.destroy();
    },
    refuse: (refuses) => {
      refusing = refuses;
    },
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
