// Golden cases on real servers: planned, applied and undone as a user would, judged by the observer. Which case runs where.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeScratch } from '#src/scratch/scratch.js';
import { judge } from '../../corpus/judge.mjs';
import { edgeMajors, serverUrl } from '../servers/database.ts';
import { type Case, ROLES, readCase, readCases, TABLESPACES } from './case.ts';

/** What `npm test` has time for. */
const SAMPLE: readonly string[] = [
  'aggregate/all-attributes',
  'base-type/created',
  'base-type/dropped',
  'default-privileges/created-with-table',
  'enum/value-added-and-used',
  'enum/value-removed',
  'extension/created',
  'foreign-table/partition-attached-and-detached',
  'foreign-table/server-changed',
  'function/argument-renamed',
  'function/overload-succeeded',
  'inheritance/partition-added',
  'inheritance/partition-detached',
  'inheritance/partitions-created',
  'language/changed',
  'subscription/dropped',
  'operator-class/created-for-gist',
  'operator-family/created-with-loose-members',
  'operator/created-with-commutator-and-negator',
  'range-constructor/privileges',
  'range/all-attributes',
  'table-column/retyped-under-views',
  'table-column/serial-to-identity',
  'table-column/text-to-integer',
  'table/comment-changed',
  'table/foreign-key-cycle-created',
  'table/names-of-all-sorts',
  'text-search-configuration/mappings-changed',
  'text-search-dictionary/created',
  'user-mapping/options-changed',
];

/**
 * SCHEMA_TEST_CASES: `all` cases on each server; the whole `sample` on each server; where it is not set, each case of
 * the sample on one server.
 */
const SELECTION = process.env['SCHEMA_TEST_CASES'] ?? '';

const digest = (name: string): number => [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

/** Why a server of this major is not given a case; null: it is. */
function leftOut({ options }: Case, major: number): string | null {
  if (options.roles !== undefined) return 'roles belong to the cluster, which the databases of a comparison share';
  const { serverVersion } = options;
  if (serverVersion !== undefined && Math.trunc(serverVersion / 10000) !== major)
    return `the case is for server version ${serverVersion}`;
  return notLoaded({ options }, major);
}

/** Why a server of this major can't even load the schemas of a case. */
const notLoaded = ({ options: { servers } }: Pick<Case, 'options'>, major: number): string | null =>
  servers !== undefined && (servers.never || major < (servers.from ?? 0)) ? servers.because : null;

/** The cases that a server is given. Only the name of a case and its options decide, and no other case. */
function casesOn(major: number): readonly Case[] {
  const cases = SELECTION === 'all' ? readCases() : SAMPLE.map(readCase);
  const once = SELECTION === 'all' || SELECTION === 'sample';
  const turn = edgeMajors.indexOf(major);
  return cases.filter(
    (item) => leftOut(item, major) === null && (once || digest(item.name) % edgeMajors.length === turn),
  );
}

/** The tests of one half of the cases; two files have one each, so that two workers share them. */
export function testHalf(half: 0 | 1): void {
  afterAll(closeScratch);
  describe.each(edgeMajors)('on PostgreSQL %i', (major) => {
    beforeAll(async () => {
      await connected(major, furnish);
    });
    const mine = casesOn(major).filter(({ name }) => (digest(name) >> 1) % 2 === half);
    test.each(mine)('$name', async ({ name, before, after, seed, options }) => {
      const item = {
        ...{ id: name, source: 'cases', old: before, new: after, seed, emptyPlan: options.expect?.nothing },
        costs: true,
      };
      const result = await judge(item, await serverUrl(major));
      if (options.remains !== undefined)
        expect(result).toMatchObject({ outcome: 'fail', cause: expect.stringContaining(options.remains.difference) });
      else if (options.refused === undefined) expect(result).toMatchObject({ outcome: 'pass' });
      else expect(result).toMatchObject({ stage: 'plan', cause: expect.stringContaining(options.refused) });
    });
  });
}

/** What a server is not given it can't load: a case that it can load again must be given to it. */
export function testLeftOut(): void {
  describe.each(edgeMajors)('PostgreSQL %i does not load', (major) => {
    const out = readCases().filter((item) => notLoaded(item, major) !== null);
    test.each(out)('$name: $options.servers.because', async ({ before, after }) => {
      const loaded = await connected(major, async (client) => {
        for (const sql of [before, after]) {
          await client.query('BEGIN');
          const failed = await client.query(sql).then(
            () => false,
            () => true,
          );
          await client.query('ROLLBACK; RESET ALL');
          if (failed) return false;
        }
        return true;
      });
      expect(loaded).toBe(false);
    });
  });
}

async function connected<T>(major: number, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: await serverUrl(major) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Roles and tablespaces that every case may name. Other tests share the server, unless all cases run. */
async function furnish(client: pg.Client): Promise<void> {
  const quoted = (name: string): string => `"${name}"`;
  // Two halves at the same time would meet in pg_authid: "tuple concurrently updated". The lock ends with the session.
  await client.query('SELECT pg_advisory_lock(1)');
  for (const role of ROLES) {
    await client.query(
      `DO $$ BEGIN CREATE ROLE ${quoted(role)}; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    );
    // Only a superuser may own an event trigger or a foreign-data wrapper.
    if (SELECTION === 'all') await client.query(`ALTER ROLE ${quoted(role)} SUPERUSER`);
  }
  await client.query('SET allow_in_place_tablespaces = on');
  for (const name of TABLESPACES) {
    await client.query(`CREATE TABLESPACE ${quoted(name)} LOCATION ''`).catch((error: { readonly code?: string }) => {
      // The other half made it.
      if (error.code !== '42710' && error.code !== '23505') throw error;
    });
  }
}
