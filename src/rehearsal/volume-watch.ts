// Watches migrations for `schema test volume`: the time of each statement, its locks and their time, its rewrites, and
// the waits of readers.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Row } from '../databases/database.ts';
import type { RunEvent } from '../runner/events.ts';

export interface Observation {
  readonly path: string;
  /** Counts from 1. */
  readonly statement: number;
  readonly line: number;
  readonly sql: string;
  readonly ms: number;
  /** The strongest lock that the statement newly took on a table that existed before; null: none. */
  readonly lock: { readonly mode: string; readonly table: string } | null;
  /** From the begin of the statement to the end of its transaction, in milliseconds. */
  readonly heldMs: number | null;
  /** Tables that the statement rewrote. */
  readonly rewritten: readonly string[];
  /** The longest wait of a reader of such a table, in milliseconds; null: no reader. */
  readonly readersMs: number | null;
}

/** Table-level lock modes, the weakest first (manual, table 13.2). */
const STRENGTH = [
  'AccessShareLock',
  'RowShareLock',
  'RowExclusiveLock',
  'ShareUpdateExclusiveLock',
  'ShareLock',
  'ShareRowExclusiveLock',
  'ExclusiveLock',
  'AccessExclusiveLock',
];

interface Pending extends Omit<Observation, 'heldMs' | 'readersMs'> {
  readonly began: number;
  readonly locked: readonly string[];
}

export interface Watch {
  /** The session for the migrations. */
  readonly database: Database;
  readonly report: (event: RunEvent) => void;
  /** Ends the watch and returns the observations, in the order of the statements. */
  end(): Promise<readonly Observation[]>;
}

export interface WatchOptions {
  /** The tables that readers read, quoted. */
  readonly tables: readonly string[];
  /** Opens another session; null: there is only one, and no reader. */
  readonly open: ((applicationName: string) => Promise<Database>) | null;
  readonly historySchema: string;
}

/** The runner reports each statement right before it sends it, which identifies the statement here. */
export async function startWatch(database: Database, options: WatchOptions): Promise<Watch> {
  const state: State = {
    current: null,
    done: [],
    open: [],
    known: new Set(),
    start: new Map(),
    files: new Map(),
    sampled: [],
  };
  const pid = Number((await database.query('SELECT pg_catalog.pg_backend_pid() AS pid'))[0]?.['pid']);
  state.files = await readFiles(database);
  state.start = state.files;
  const stop = new AbortController();
  const readers = await startReaders(options, stop.signal);
  const sampler =
    options.open === null ? null : sampleLocks(await options.open('schema test (locks)'), pid, state, stop.signal);
  const script = (sql: string) => observe(database, state, options.historySchema, sql);
  return {
    database: { ...database, script },
    report: (event) => follow(state, event),
    async end() {
      stop.abort();
      const waits = await Promise.all(readers);
      await sampler;
      close(state, performance.now());
      return state.done.map((one) => ({ ...one, readersMs: readersOf(one, waits, options.open === null) }));
    },
  };
}

type Finished = Omit<Observation, 'readersMs'> & {
  readonly began: number;
  readonly ended: number;
  readonly locked: readonly string[];
};

interface State {
  current: Extract<RunEvent, { kind: 'statement started' }> | null;
  done: Finished[];
  /** Statements whose transaction is open. */
  open: Pending[];
  /** Locks of the open transaction, as `mode table`. */
  known: Set<string>;
  /** The relfilenode of each table when the open transaction began. */
  start: ReadonlyMap<string, string>;
  /** The relfilenode of each table now. */
  files: ReadonlyMap<string, string>;
  /** Locks that the sampling session saw. */
  sampled: { readonly from: number; readonly to: number; readonly key: string }[];
}

function follow(state: State, event: RunEvent): void {
  if (event.kind === 'statement started') state.current = event;
  if (event.kind === 'committed' || event.kind === 'migration finished') close(state, performance.now());
}

/** Completes the statements of a transaction that has ended, and with it their locks. */
function close(state: State, ended: number): void {
  for (const one of state.open)
    state.done.push({ ...one, ended, heldMs: one.lock === null ? null : ended - one.began });
  state.open = [];
  state.known = new Set();
  state.start = state.files;
}

async function observe(database: Database, state: State, historySchema: string, sql: string) {
  const { current } = state;
  state.current = null;
  if (current === null) return database.script(sql);
  const began = performance.now();
  const result = await database.script(sql);
  const ended = performance.now();
  const inside = database.transactionStatus?.() === 'T';
  const locks = inside ? await ownLocks(database, historySchema, state.start) : locksSeen(state, began, ended);
  const fresh = locks.filter((key) => isStronger(key, state.known));
  for (const key of locks) state.known.add(key);
  const files = await readFiles(database);
  const one: Pending = {
    path: current.path,
    statement: current.statement,
    line: current.location.line,
    sql: current.sql,
    ms: ended - began,
    lock: strongest(fresh),
    rewritten: [...files].filter(([name, file]) => (state.files.get(name) ?? file) !== file).map(([name]) => name),
    began,
    locked: fresh.map((key) => split(key).table),
  };
  state.files = files;
  state.open.push(one);
  if (!inside) close(state, ended);
  return result;
}

const split = (key: string): { readonly mode: string; readonly table: string } => {
  const at = key.indexOf(' ');
  return { mode: key.slice(0, at), table: key.slice(at + 1) };
};

/** Whether the lock is stronger than every lock that is held on the table already. */
function isStronger(key: string, known: ReadonlySet<string>): boolean {
  const { mode, table } = split(key);
  return !STRENGTH.slice(STRENGTH.indexOf(mode)).some((held) => known.has(`${held} ${table}`));
}

function strongest(keys: readonly string[]): Observation['lock'] {
  const locks = keys.map(split).sort((a, b) => STRENGTH.indexOf(b.mode) - STRENGTH.indexOf(a.mode));
  return locks[0] ?? null;
}

/** Locks on tables and materialized views. */
const LOCKS = `
  SELECT l.mode, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, c.relkind = 'p' AS parted
    FROM pg_catalog.pg_locks AS l JOIN pg_catalog.pg_class AS c ON c.oid = l.relation
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
   WHERE l.locktype = 'relation' AND l.granted AND c.relkind IN ('r', 'p', 'm') AND c.oid >= 16384
     AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`;

const keyOf = (row: Row): string => `${String(row['mode'])} ${String(row['name'])}`;

/** The locks of this session, without those on tables that its own open transaction created. */
async function ownLocks(database: Database, historySchema: string, before: ReadonlyMap<string, string>) {
  const rows = await database.query(`${LOCKS} AND l.pid = pg_catalog.pg_backend_pid() AND n.nspname <> $1`, [
    historySchema,
  ]);
  return rows.filter((row) => row['parted'] === true || before.has(String(row['name']))).map(keyOf);
}

/** Locks that the sampling session saw during a statement outside a transaction block. */
const locksSeen = ({ sampled }: State, from: number, to: number): readonly string[] => [
  ...new Set(sampled.filter((one) => one.to >= from && one.from <= to).map(({ key }) => key)),
];

async function readFiles(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query(
    `SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, c.relfilenode::int8::text AS file
       FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm') AND c.oid >= 16384 AND n.nspname !~ '^pg_'`,
  );
  return new Map(rows.map((row) => [String(row['name']), String(row['file'])]));
}

const SAMPLE_MS = 3;

async function sampleLocks(session: Database, pid: number, state: State, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const from = performance.now();
    const rows = await session.query(`${LOCKS} AND l.pid = $1::int`, [pid]).catch(() => []);
    const to = performance.now();
    for (const row of rows) state.sampled.push({ from, to, key: keyOf(row) });
    await sleep(SAMPLE_MS);
  }
}

interface Wait {
  readonly table: string;
  readonly from: number;
  readonly to: number;
}

/** The number of readers; each has a session. */
const READERS = 8;

/** Shorter waits are not kept. Which statement a wait belongs to is known only at the end. */
const WORTH_MS = 0.5;

async function startReaders(
  { tables, open }: WatchOptions,
  signal: AbortSignal,
): Promise<readonly Promise<readonly Wait[]>[]> {
  if (open === null) return [];
  const sessions = await Promise.all(tables.slice(0, READERS).map(() => open('schema test (reader)')));
  return sessions.map((session, index) => {
    const own = tables.filter((_, at) => at % READERS === index);
    return readAll(session, own, signal);
  });
}

async function readAll(session: Database, tables: readonly string[], signal: AbortSignal): Promise<readonly Wait[]> {
  const waits: Wait[] = [];
  const left = new Set(tables);
  while (!signal.aborted && left.size > 0) {
    for (const table of left) {
      const from = performance.now();
      // The query fails where the table was dropped; the table is not read again.
      await session.query(`SELECT 1 FROM ${table} LIMIT 1`).catch(() => left.delete(table));
      const to = performance.now();
      if (to - from >= WORTH_MS) waits.push({ table, from, to });
    }
    await sleep(SAMPLE_MS);
  }
  return waits;
}

/** The longest wait for a table of the statement between its begin and the release of its locks. */
function readersOf(
  { began, ended, locked }: Finished,
  waits: readonly (readonly Wait[])[],
  nobody: boolean,
): number | null {
  if (nobody || locked.length === 0) return null;
  const mine = waits.flat().filter((wait) => locked.includes(wait.table) && wait.from <= ended && wait.to >= began);
  return Math.max(0, ...mine.map(({ from, to }) => to - from));
}
