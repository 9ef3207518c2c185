import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { loadSnapshot } from '#src/databases/pglite-snapshot.js';
import { type Server, startServer } from './server.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers `GET /18` with the URL of the server of that major, which it starts the first time. */
    readonly serverBroker: string;
  }
}

const servers = new Map<number, Promise<Server>>();

function serverOf(major: number): Promise<Server> {
  // SCHEMA_TEST_SERVER_15=/usr/lib/postgresql/15: an installed server in place of the one from npm.
  const directory = process.env[`SCHEMA_TEST_SERVER_${major}`];
  const started = servers.get(major) ?? startServer(major, directory ? { directory } : {});
  servers.set(major, started);
  return started;
}

const broker = createServer((request, response) => {
  serverOf(Number(request.url?.slice(1))).then(
    (server) => response.end(server.url()),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});

/** One server per major for the whole run, and one initdb of PGlite before the workers would each run it. */
export async function setup(project: TestProject): Promise<void> {
  await loadSnapshot('scratch');
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve));
  const { port } = broker.address() as AddressInfo;
  project.provide('serverBroker', `http://127.0.0.1:${port}`);
}

export async function teardown(): Promise<void> {
  broker.close();
  await Promise.allSettled([...servers.values()].map(async (server) => (await server).stop()));
}
