import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** Majors to test on: those of SCHEMA_TEST_SERVERS (`15,18`), else all there are. */
export const majors: readonly number[] = (process.env['SCHEMA_TEST_SERVERS'] ?? '14,15,16,17,18')
  .split(',')
  .map(Number);

/** The oldest and the newest of them, for what hardly depends on the version. */
export const edgeMajors: readonly number[] = [...new Set([Math.min(...majors), Math.max(...majors)])];

export interface FreshDatabase {
  readonly url: string;
  readonly name: string;
  drop(): Promise<void>;
}

/** The URL of the shared server's database `postgres`, as its superuser. The first call starts the server. */
export async function serverUrl(major: number): Promise<string> {
  const response = await fetch(`${inject('serverBroker')}/${major}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** An empty database on the shared server of a major. */
export async function freshDatabase(major: number): Promise<FreshDatabase> {
  const server = await serverUrl(major);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    name,
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A session that the tool knows nothing of. */
export async function bystander(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'bystander' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
