// Scratch: instances of PGlite, or of databases on a server, in which statements are tried.
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

/** The instances whose `isolated` the caller is in: to wait for one's own turn to end would be for ever. */
const entered = new AsyncLocalStorage<ReadonlySet<object>>();

/** Start an instance of one's own from the cached snapshot, some 0.6 s; `close` it. Errors: `scratch/died`. */
export const startScratch = async (options: ScratchOptions = {}): Promise<Scratch> =>
  withIsolation(await openPgliteScratch(options));

async function openPgliteScratch(options: ScratchOptions): Promise<ScratchDatabase> {
  const database = await openPglite(options);
  const reset = async (): Promise<void> => {
    // In PGlite neither DISCARD nor ROLLBACK takes this back.
    await database.script('SET SESSION AUTHORIZATION postgres');
    await database.script(DISCARD_ALL_BUT_PLANS);
  };
  const script = translating(database);
  return { ...database, script, bundles: bundledExtensions, madeRoles: new Set(), prepared: new Map(), reset };
}

/** DISCARD ALL (manual) without DEALLOCATE ALL: what is prepared here is introspection's, and runs in every use. */
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

/** The one place where statements pass that PGlite can't run as they are. */
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
  // A local setting goes with its transaction: it tells this one from another that a statement began.
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

/** What a COMMIT let through can't be undone: such an instance is no longer clean. */
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
    // Also where `work` failed after a COMMIT.
    await database.close();
    return;
  }
  await database.script('ROLLBACK');
  database.madeRoles.clear();
  await database.reset();
}

/** `server` is the URL of a server that holds scratch in PGlite's place. */
const start = async (server: string | null, options: ScratchOptions): Promise<Scratch> =>
  server === null ? startScratch(options) : withIsolation(await openServerScratch(server));

/**
 * The one warm instance of this process, replaced when it died; extensions come when a statement creates them. Use it
 * through `isolated` only: what commits stays for the next user.
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

/** An instance of one's own, for what must commit. `close` it; `closeScratch` ends forgotten ones. */
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
 * Create the roles that are missing, as superusers so that they may own anything. Names that PostgreSQL reserves
 * (manual, CREATE ROLE: `pg_…`, `public`, `none`) are passed over. Inside `isolated` they go again with the rest.
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

/** Create the tablespaces that are missing; they hold no files of their own. Not in a transaction. */
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
