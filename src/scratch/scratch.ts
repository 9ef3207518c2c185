// Scratch, for the rooms that try statements: instances of PGlite, or databases on a server.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { bundledExtensions, openPglite, type PgliteDatabase, type PgliteOptions } from '../databases/pglite.ts';
import { SchemaError } from '../errors.ts';
import { started, warm } from './instances.ts';
import type { Scratch, ScratchDatabase } from './interface.ts';
import { openServerScratch } from './server-scratch.ts';
import { translate, untranslated } from './translate.ts';

export { closeScratch } from './instances.ts';

export type ScratchOptions = Omit<PgliteOptions, 'dataDir'>;

/**
 * The instances in whose `isolated` the caller runs: a second `isolated` of the same instance would wait for itself
 * without end.
 */
const entered = new AsyncLocalStorage<ReadonlySet<object>>();

/**
 * Starts a separate instance from the cached snapshot, in about 0.6 s; the caller closes it. Errors: `scratch/died`.
 */
export const startScratch = async (options: ScratchOptions = {}): Promise<Scratch> =>
  withIsolation(await openPgliteScratch(options));

async function openPgliteScratch(options: ScratchOptions): Promise<ScratchDatabase> {
  const database = await openPglite(options);
  const reset = async (): Promise<void> => {
    // In PGlite neither DISCARD nor ROLLBACK resets the session authorization.
    await database.script('SET SESSION AUTHORIZATION postgres');
    await database.script(DISCARD_ALL_BUT_PLANS);
  };
  const script = translating(database);
  return { ...database, script, bundles: bundledExtensions, madeRoles: new Set(), prepared: new Map(), reset };
}

/** DISCARD ALL (manual) without DEALLOCATE ALL: introspection reuses its prepared statements in each use of scratch. */
const DISCARD_ALL_BUT_PLANS =
  'CLOSE ALL; RESET ALL; UNLISTEN *; SELECT pg_advisory_unlock_all(); DISCARD SEQUENCES; DISCARD TEMP';

function withIsolation(database: ScratchDatabase): Scratch {
  let turn: Promise<unknown> = Promise.resolve();
  const isolated: Scratch['isolated'] = (work, before) => {
    const outer = entered.getStore() ?? new Set();
    if (outer.has(database)) {
      return Promise.reject(new SchemaError('scratch/unsupported', 'isolated uses of one scratch cannot be nested'));
    }
    const run = turn.then(() =>
      entered.run(new Set([...outer, database]), async () => {
        await before?.(scratch);
        return isolate(database, () => work(scratch));
      }),
    );
    turn = run.catch(() => undefined);
    return run;
  };
  const scratch: Scratch = { ...database, isolated };
  return scratch;
}

/**
 * `script` with the statements that PGlite can't run replaced by others (translate.ts). All statements in scratch pass
 * here.
 */
function translating(database: PgliteDatabase): PgliteDatabase['script'] {
  return async (sql, options) => {
    const translated = translate(sql);
    if (translated === null) return database.script(sql, options);
    try {
      return await database.script(translated.sql, options);
    } catch (error) {
      throw untranslated(error, translated);
    }
  };
}

async function isolate<T>(database: ScratchDatabase, work: () => Promise<T>): Promise<T> {
  const mark = randomUUID();
  // SET LOCAL ends with the transaction: the setting tells this transaction from one that a statement of `work` began.
  await database.script(`BEGIN; SET LOCAL schema.isolation = '${mark}'`);
  await database.assertAlive();
  try {
    const result = await work();
    await database.assertAlive();
    await assertSameTransaction(database, mark);
    return result;
  } finally {
    if (!database.isDead()) await reset(database);
  }
}

/** A COMMIT within `work` can't be undone: the instance is no longer clean, and is closed. */
async function assertSameTransaction(database: ScratchDatabase, mark: string): Promise<void> {
  const status = database.transactionStatus();
  if (status === 'E') return;
  const [row] = status === 'T' ? await database.query("SELECT current_setting('schema.isolation', true) AS mark") : [];
  if (row?.['mark'] === mark) return;
  await database.close();
  throw new SchemaError('scratch/unsupported', 'a statement ended the transaction that isolates scratch', {
    hint: 'Leave out BEGIN, COMMIT and ROLLBACK.',
  });
}

async function reset(database: ScratchDatabase): Promise<void> {
  if (database.transactionStatus() === 'I') {
    // This is also the case of a `work` that failed after a COMMIT.
    await database.close();
    return;
  }
  await database.script('ROLLBACK');
  database.madeRoles.clear();
  await database.reset();
}

/** `server` is the URL of a server for scratch; null: PGlite. */
const start = async (server: string | null, options: ScratchOptions): Promise<Scratch> =>
  server === null ? startScratch(options) : withIsolation(await openServerScratch(server));

/**
 * The one warm instance of this process, replaced after it died. CREATE EXTENSION installs the bundled extensions on
 * demand. Use it through `isolated` only: committed changes would stay for the next use.
 */
export async function warmScratch(server: string | null = null): Promise<Scratch> {
  const place = server ?? '';
  const current = warm.get(place) ?? keep(start(server, {}));
  warm.set(place, current);
  const forget = (): void => {
    if (warm.get(place) === current) warm.delete(place);
  };
  const scratch = await current.catch((error: unknown) => {
    forget();
    throw error;
  });
  if (!scratch.isDead()) return scratch;
  forget();
  return warmScratch(server);
}

/**
 * A separate instance, for work that must commit. The caller closes it; `closeScratch` closes instances that were left
 * open.
 */
export function throwawayScratch(server: string | null = null, deadlineMs?: number): Promise<Scratch> {
  return keep(start(server, { deadlineMs }));
}

async function keep(starting: Promise<Scratch>): Promise<Scratch> {
  const scratch = await starting;
  for (const other of started) if (other.isDead()) started.delete(other);
  started.add(scratch);
  return scratch;
}

/**
 * Creates the missing roles, as superusers, so that each may own any object. Names that PostgreSQL reserves (manual,
 * CREATE ROLE: `pg_…`, `public`, `none`) are skipped. Inside `isolated` the rollback drops the roles.
 */
export async function ensureRoles(scratch: Scratch, names: readonly string[]): Promise<void> {
  const rows = await scratch.query(
    `SELECT quote_ident(name) AS name FROM (SELECT DISTINCT unnest($1::text[]) AS name) AS wanted
     WHERE name NOT IN ('public', 'none') AND name !~ '^pg_'
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name)`,
    [names],
  );
  const missing = rows.map((row) => String(row['name']));
  if (missing.length > 0) await scratch.script(missing.map((name) => `CREATE ROLE ${name} SUPERUSER`).join(';\n'));
  for (const name of missing) scratch.madeRoles.add(name);
}

/** Creates the missing tablespaces, which get no files of their own. Can't run in a transaction. */
export async function ensureTablespaces(scratch: PgliteDatabase, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const rows = await scratch.query(
    `SELECT format('CREATE TABLESPACE %I LOCATION %L', name, '') AS sql FROM unnest($1::text[]) AS name
     WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_tablespace WHERE spcname = name)`,
    [names],
  );
  await scratch.script('SET allow_in_place_tablespaces = on');
  for (const row of rows) await scratch.script(String(row['sql']));
}
