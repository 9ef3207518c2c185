// Requirements of docs/requirements.md that are the command line's, on a real server.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folder, SMALL } from '../support/command-line/program.ts';
import { edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase(Math.max(...edgeMajors));
});
afterAll(() => database?.drop());

/** Ends the program, with a code of its own, where it looks up a name or connects to another machine. */
const OFFLINE = `
import dns from 'node:dns';
import net from 'node:net';
const refuse = (what) => { process.stderr.write('NETWORK ' + what); process.exit(99); };
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...words) {
  const [given] = Array.isArray(words[0]) ? words[0] : words;
  const host = typeof given === 'object' ? given.host : words[1];
  if (host !== '127.0.0.1') refuse(host);
  return connect.apply(this, words);
};
dns.lookup = (name) => refuse(name);
globalThis.fetch = (url) => refuse(String(url));`;

test('R18: undo, dry runs, drift and lint need no other machine, no account and no license', async () => {
  const project = folder(SMALL);
  const NODE_OPTIONS = `--import "data:text/javascript,${encodeURIComponent(OFFLINE)}"`;
  const variables = { DATABASE_URL: database.url, NODE_OPTIONS };
  const codes: (readonly [string, number | null])[] = [];
  for (const words of ['plan first', 'apply --dry-run', 'apply', 'drift', 'lint', 'undo --dry-run', 'undo --yes']) {
    const call = await project.run(words, variables);
    codes.push([words, call.code]);
    expect(call.stderr).not.toMatch(/NETWORK|log ?in|licen[cs]e|upgrade/i);
  }
  expect(codes.filter(([, code]) => code !== 0)).toEqual([]);
  // The guard itself: another machine is noticed.
  const elsewhere = await project.run('status', { ...variables, DATABASE_URL: 'postgres://somewhere.invalid/x' });
  expect([elsewhere.code, elsewhere.stderr]).toEqual([99, expect.stringContaining('NETWORK somewhere.invalid')]);
  project.remove();
});

test('R14: drift is exit 3, with the statements that take it back; no command offers to wipe a database', async () => {
  const other = await freshDatabase(Math.max(...edgeMajors));
  const project = folder({
    'generated-migrations/ddl/V1__t.sql': 'CREATE SCHEMA app;\nCREATE TABLE app.users (name text);\n',
  });
  const variables = { DATABASE_URL: other.url };
  expect((await project.run('apply', variables)).code).toBe(0);
  const client = new pg.Client({ connectionString: other.url });
  await client.connect();
  await client.query('CREATE INDEX by_hand ON app.users (name)');
  await client.end();
  const call = await project.run('drift --resolve drift', variables);
  expect([call.code, call.stdout]).toEqual([3, expect.stringContaining('app.by_hand: DROP INDEX app.by_hand')]);
  expect(call.stdout).toContain('Written: drift/revert.sql');
  const { stdout, stderr } = await project.run('status', variables);
  expect(call.stdout + call.stderr + stdout + stderr).not.toMatch(/\b(reset|wipe|clean|DROP (SCHEMA|DATABASE))\b/i);
  expect((await project.run('clean --yes', variables)).code).toBe(9);
  project.remove();
  await other.drop();
});

test('R32: an error of SQL shows file, line, column, statement, SQLSTATE, DETAIL and HINT, and no stack', async () => {
  const other = await freshDatabase(Math.max(...edgeMajors));
  const project = folder({
    'generated-migrations/ddl/V1__t.sql': 'CREATE TABLE t (id int PRIMARY KEY);\n',
    'generated-migrations/ddl/V2__rows.sql': 'SELECT 1;\n\nINSERT INTO t\n  VALUES (7), (7);\n',
  });
  const variables = { DATABASE_URL: other.url };
  const failed = await project.run('apply', variables);
  expect(failed.code).toBe(5);
  expect(failed.stdout).toBe('');
  expect(failed.stderr).toContain(
    'error [migration/failed]: ddl/V2__rows.sql failed at statement 2 of 2: ' +
      'duplicate key value violates unique constraint "t_pkey"\n' +
      '  generated-migrations/ddl/V2__rows.sql:3:1\n' +
      '    INSERT INTO t\n    ^\n' +
      '  SQLSTATE 23505\n' +
      '  DETAIL: Key (id)=(7) already exists.\n' +
      '  HINT: ',
  );
  expect(failed.stderr).not.toMatch(/\n\s+at .*\.js:\d+/);
  project.write({ 'generated-migrations/ddl/V2__rows.sql': 'INSERT INTO t (idd) VALUES (7);\n' });
  const column = await project.run('apply', variables);
  expect(column.stderr).toContain('generated-migrations/ddl/V2__rows.sql:1:16\n    INSERT INTO t (idd) VALUES (7);\n');
  expect(column.stderr).toContain('SQLSTATE 42703');
  expect((await project.run('apply --verbose', variables)).stderr).toMatch(/\n\s+at .*\.js:\d+/);
  project.remove();
  await other.drop();
});

test('R15: two programs start at once on an empty database: one migrates, the other waits and does nothing', async () => {
  const other = await freshDatabase(Math.max(...edgeMajors));
  const project = folder({
    'generated-migrations/ddl/V1__t.sql': 'CREATE TABLE t (id int);\nSELECT pg_sleep(1);\n',
    'generated-migrations/ddl/V2__i.sql': '-- schema:transaction none\nCREATE INDEX CONCURRENTLY t_id ON t (id);\n',
  });
  const first = project.run('apply', { DATABASE_URL: other.url });
  await sleep(50);
  const calls = await Promise.all([first, project.run('apply', { DATABASE_URL: other.url })]);
  expect(calls.map(({ code }) => code)).toEqual([0, 0]);
  const [did, waited] = calls.map(({ stdout }) => stdout).sort((a, b) => (a < b ? -1 : 1));
  expect([did, waited]).toEqual([expect.stringContaining('Applied 2 migrations'), 'Nothing is pending.\n']);
  project.remove();
  await other.drop();
});
