import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { openPglite, type PgliteDatabase, type PgliteOptions } from '../databases/pglite.ts';
import { SchemaError } from '../errors.ts';

export type ScratchOptions = Omit<PgliteOptions, 'dataDir'>;

/** A PostgreSQL in memory to try things in. It is superuser `postgres`, in UTC, and holds nothing of the user's. */
export interface Scratch extends PgliteDatabase {
  /**
   * Run `work` in a transaction that is rolled back, with a canary before and after; uses of one instance take turns.
   * `before` runs in front of it, for what can't be in a transaction; what it does stays.
   * Errors: those of `work`; `scratch/died`; `scratch/unsupported` where a statement ended the transaction.
   */
  isolated<T>(work: (scratch: Scratch) => Promise<T>, before?: (scratch: Scratch) => Promise<void>): Promise<T>;
}

/** The instances whose `isolated` the caller is in: to wait for one's own turn to end would be for ever. */
const entered = new AsyncLocalStorage<ReadonlySet<object>>();

/** Start an instance of one's own from the cached snapshot, some 0.6 s; `close` it. Errors: `scratch/died`. */
export async function startScratch(options: ScratchOptions = {}): Promise<Scratch> {
  const database = await openPglite(options);
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

async function isolate<T>(database: PgliteDatabase, work: () => Promise<T>): Promise<T> {
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
async function assertSameTransaction(database: PgliteDatabase, mark: string): Promise<void> {
  const status = database.transactionStatus();
  if (status === 'E') return;
  const [row] = status === 'T' ? await database.query("SELECT current_setting('schema.isolation', true) AS mark") : [];
  if (row?.['mark'] === mark) return;
  await database.close();
  throw new SchemaError('scratch/unsupported', 'a statement ended the transaction that isolates scratch', {
    hint: 'Leave out BEGIN, COMMIT and ROLLBACK.',
  });
}

/** Leave no settings, prepared statements, temporary tables or advisory locks to the next use. */
async function reset(database: PgliteDatabase): Promise<void> {
  if (database.transactionStatus() === 'I') {
    // Also where `work` failed after a COMMIT.
    await database.close();
    return;
  }
  await database.script('ROLLBACK');
  // In PGlite neither of the two takes this back.
  await database.script('SET SESSION AUTHORIZATION postgres');
  await database.script('DISCARD ALL');
}

let warm: Promise<Scratch> | undefined;
const started = new Set<Scratch>();

/**
 * The one warm instance of this process, replaced when it died. `extensions` are put in place when it starts; others
 * come when a statement creates them. Use it through `isolated` only: what commits stays for the next user.
 */
export async function warmScratch(extensions: readonly string[] = []): Promise<Scratch> {
  const current = warm ?? keep(startScratch({ extensions }));
  warm = current;
  let scratch: Scratch;
  try {
    scratch = await current;
  } catch (error) {
    if (warm === current) warm = undefined;
    throw error;
  }
  if (!scratch.isDead()) return scratch;
  if (warm === current) warm = undefined;
  return warmScratch(extensions);
}

/** An instance of one's own, for what must commit. `close` it; `closeScratch` ends forgotten ones. */
export function throwawayScratch(extensions: readonly string[] = [], deadlineMs?: number): Promise<Scratch> {
  return keep(startScratch({ extensions, deadlineMs }));
}

async function keep(starting: Promise<Scratch>): Promise<Scratch> {
  const scratch = await starting;
  for (const other of started) if (other.isDead()) started.delete(other);
  started.add(scratch);
  return scratch;
}

/** End every instance of this process. */
export async function closeScratch(): Promise<void> {
  const starting = warm;
  warm = undefined;
  await starting?.catch(() => undefined);
  const all = [...started];
  started.clear();
  await Promise.all(all.map((scratch) => scratch.close()));
}

/**
 * Create the roles that are missing, as superusers so that they may own anything. Names that PostgreSQL reserves
 * (manual, CREATE ROLE: `pg_…`, `public`, `none`) are passed over. Inside `isolated` they go again with the rest.
 */
export async function ensureRoles(scratch: PgliteDatabase, names: readonly string[]): Promise<void> {
  const rows = await scratch.query(
    `SELECT format('CREATE ROLE %I SUPERUSER', name) AS sql FROM (SELECT DISTINCT unnest($1::text[]) AS name) AS wanted
     WHERE name NOT IN ('public', 'none') AND name !~ '^pg_'
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name)`,
    [names],
  );
  if (rows.length > 0) await scratch.script(rows.map((row) => String(row['sql'])).join(';\n'));
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
