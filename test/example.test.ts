// The living example: what stands in generated-migrations/ is the history of what stands in schema/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#src/databases/open.js';
import { closeScratch } from '#src/scratch/instances.js';
import type { Project } from '#src/settings/project.js';
import { fingerprintOf } from '#src/states/fingerprint.js';
import { readLive } from '#src/states/live.js';
import { applyPending, type RunResult } from '#src/workflows/apply.js';
import { plan } from '#src/workflows/plan.js';
import type { RunRequest } from '#src/workflows/running.js';
import { undoApplied } from '#src/workflows/undo.js';
import { validate } from '#src/workflows/validate.js';
import { edgeMajors, freshDatabase } from './support/servers/database.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

const projectOn = (url: string): Project => ({
  schemaDir: folder('schema'),
  migrationsDir: folder('generated-migrations'),
  url,
  allow: [],
  scratch: null,
  profile: 'schema.profile.json',
  allowDo: false,
  toolVersion: 'test',
  now: new Date('2027-01-01T00:00:00Z'),
  report: () => undefined,
});

const RUN: RunRequest = { dryRun: false, yes: false, onEvent: () => undefined };

/** The SQL that is missing between the migrations (or the database) and the desired files. */
async function missing(project: Project, against: 'database' | 'migrations'): Promise<string> {
  const { pair } = await plan(project, { against, write: false });
  return pair?.up.batches.flatMap((batch) => batch.steps.map((step) => step.sql)).join(';\n') ?? '';
}

const asPromised = ({ fingerprint, expectedFingerprint }: RunResult): boolean => fingerprint === expectedFingerprint;

/** What the database is now, and how many reference rows the hand-written migration brought. */
async function stateOf(url: string): Promise<string> {
  const database = await openDatabase(url, { applicationName: 'test' });
  try {
    return fingerprintOf(await readLive(database));
  } finally {
    await database.close();
  }
}

async function countOf(url: string, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(`SELECT FROM ${table}`)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

afterAll(closeScratch);

describe('the example in schema/ and generated-migrations/', () => {
  const embedded = projectOn('pglite://unused');

  it('has a sum file that fits its migrations', async () => {
    expect(await validate(embedded, { updateSum: false })).toMatchObject({ problems: [], unlisted: [] });
  });

  it('is what the migrations make of an empty database', async () => {
    expect(await missing(embedded, 'migrations')).toBe('');
  });

  it('names no role that a fresh cluster lacks', () => {
    const files = readdirSync(folder('schema'), { recursive: true, encoding: 'utf8' });
    const texts = files
      .filter((file) => file.endsWith('.sql'))
      .map((file) => readFileSync(join(folder('schema'), file)));
    const roles = texts.flatMap((text) => [
      ...text.toString().matchAll(/\b(?:GRANT|REVOKE)\b[^;]*\b(?:TO|FROM) (\w+)/g),
    ]);
    expect([...new Set(roles.map((match) => match[1]))].sort()).toEqual(['PUBLIC', 'pg_monitor']);
  });

  // The example uses views of PostgreSQL 15.
  it.each(edgeMajors.map((major) => Math.max(major, 15)))(
    'goes up, down and up again on PostgreSQL %i',
    async (major) => {
      const database = await freshDatabase(major);
      const project = projectOn(database.url);
      const empty = await stateOf(database.url);

      const applied = await applyPending(project, RUN);
      expect(applied.files.length).toBeGreaterThan(5);
      expect(asPromised(applied)).toBe(true);
      expect(await missing(project, 'database')).toBe('');
      expect(await countOf(database.url, 'app.skills')).toBe(4);
      const full = await stateOf(database.url);

      await expect(undoApplied(project, { ...RUN, to: '0' })).rejects.toMatchObject({ code: 'plan/hazard' });
      expect(await stateOf(database.url)).toBe(full);
      const undone = await undoApplied(project, { ...RUN, to: '0', yes: true });
      expect(undone.files).toHaveLength(applied.files.length);
      expect(await stateOf(database.url)).toBe(empty);

      expect(asPromised(await applyPending(project, RUN))).toBe(true);
      expect(await stateOf(database.url)).toBe(full);
      expect(await missing(project, 'database')).toBe('');
      await database.drop();
    },
  );
});
