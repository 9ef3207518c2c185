// Many tenants: parallel, resumable, one failure among them, one report. SCHEMA_TEST_TENANTS=1000 for the whole of it.
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#src/databases/open.js';
import { type FleetRequest, fleetApply, fleetStatus, type TargetResult } from '#src/workflows/fleet.js';
import { errorOf } from '../support/errors/raised.ts';
import { testProject } from '../support/projects/project.ts';
import { edgeMajors, freshDatabase } from '../support/servers/database.ts';

const NEWEST = Math.max(...edgeMajors);
const TENANTS = Number(process.env['SCHEMA_TEST_TENANTS'] ?? '40');

const FILES = {
  'generated-migrations/V1__notes.sql': 'CREATE TABLE notes (id int PRIMARY KEY, text text);',
  'generated-migrations/V2__index.sql':
    '-- schema:transaction none\nCREATE INDEX CONCURRENTLY notes_text ON notes (text);',
};

const request = (source: FleetRequest['source'], more: Partial<FleetRequest> = {}): FleetRequest => ({
  source,
  parallel: 6,
  onError: 'continue',
  onTarget: () => undefined,
  ...more,
});

const counts = (results: readonly TargetResult[]): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const { state } of results) found[state] = (found[state] ?? 0) + 1;
  return found;
};

async function tenants(count: number) {
  const fresh = await freshDatabase(NEWEST);
  onTestFinished(() => fresh.drop());
  const database = await openDatabase(fresh.url);
  onTestFinished(() => database.close());
  for (let number = 1; number <= count; number++) await database.script(`CREATE SCHEMA tenant_${number}`);
  return { database, project: testProject(fresh.url, FILES).with({}) };
}

describe('tenant schemas', () => {
  test('R27: many in parallel, one that fails does not hold up the others, the same command goes on', async () => {
    const { database, project } = await tenants(TENANTS);
    await database.script('CREATE TABLE tenant_7.notes (id int)');
    const source = { schemas: 'tenant_%' };
    const first = await fleetApply(project, request(source));
    expect(counts(first.results)).toEqual({ applied: TENANTS - 1, failed: 1 });
    expect(first.results.find(({ state }) => state === 'failed')).toMatchObject({
      id: 'tenant_7',
      error: { code: 'migration/failed', sqlstate: '42P07' },
    });
    const [made] = await database.query(
      "SELECT count(*)::int AS n FROM pg_index JOIN pg_class ON oid = indexrelid WHERE relname = 'notes_text' AND indisvalid",
    );
    expect(made).toEqual({ n: TENANTS - 1 });
    expect(counts((await fleetStatus(project, request(source))).results)).toEqual({
      'nothing pending': TENANTS - 1,
      pending: 1,
    });
    await database.script('DROP TABLE tenant_7.notes');
    const second = await fleetApply(project, request(source));
    expect(counts(second.results)).toEqual({ applied: 1, 'nothing pending': TENANTS - 1 });
    expect(counts((await fleetStatus(project, request(source))).results)).toEqual({ 'nothing pending': TENANTS });
  });

  test('stop at the first failure, only some, and targets that are not there', async () => {
    const { database, project } = await tenants(6);
    await database.script('CREATE TABLE tenant_1.notes (id int)');
    const source = {
      query: "SELECT nspname AS id, nspname AS schema FROM pg_namespace WHERE nspname ~ '^tenant' ORDER BY 1",
    };
    const { results } = await fleetApply(project, request(source, { parallel: 1, onError: 'stop' }));
    expect(counts(results)).toEqual({ failed: 1, 'not run': 5 });
    const some = await fleetApply(project, request(source, { only: ['tenant_2', 'tenant_3'] }));
    expect(some.results.map(({ id, state }) => `${id} ${state}`)).toEqual(['tenant_2 applied', 'tenant_3 applied']);
    expect((await errorOf(fleetApply(project, request(source, { only: ['nobody'] })))).code).toBe('usage/invalid');
    expect((await errorOf(fleetApply(project, request({ schemas: 'nothing_%' })))).message).toBe(
      'there are no targets',
    );
    expect((await errorOf(fleetApply(project, request({})))).code).toBe('usage/invalid');
  });
});

test('databases by a file of lines', async () => {
  const databases = [await freshDatabase(NEWEST), await freshDatabase(NEWEST)];
  for (const { drop } of databases) onTestFinished(drop);
  const folder = testProject('pglite://unused', FILES);
  folder.write({
    'targets.txt': `# two, and one that nobody can reach\none ${databases[0]?.url}\n{"id": "two", "url": "${databases[1]?.url}"}\nthree postgres://nobody@127.0.0.1:1/none\n`,
  });
  const { results } = await fleetApply(folder.with({}), request({ file: `${folder.path}/targets.txt` }));
  expect(results.map(({ id, state, version }) => [id, state, version])).toEqual([
    ['one', 'applied', '2'],
    ['two', 'applied', '2'],
    ['three', 'failed', null],
  ]);
  expect(results[2]?.error).toMatchObject({ code: 'database/connection' });
});
