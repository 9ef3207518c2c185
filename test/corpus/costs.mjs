// What statements do on a server beside what a plan says of them: locks, rewrites and scans, for the judge of the corpora.
// Each step runs by itself in one transaction; pg_locks, file nodes and counters of scans are read after each.

/** Modes that block somebody's reads or writes, the weakest first. */
const MODES = ['ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'];
const NAMES = ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'];

const LOCKS = `
  SELECT l.relation::int8 AS oid, l.mode FROM pg_catalog.pg_locks l
   WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted
     AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`;

const RELATIONS = `
  SELECT c.oid::int8 AS oid, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, c.relkind AS kind,
         -- A lock on an index that excludes everything blocks every query on its table.
         (SELECT i.indrelid::int8 FROM pg_catalog.pg_index i WHERE i.indexrelid = c.oid) AS indexed,
         pg_catalog.pg_relation_filenode(c.oid)::int8 AS node, coalesce(s.seq_scan, 0)::int8 AS scans
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_stat_xact_all_tables s ON s.relid = c.oid
   WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f', 'S', 'i', 'I') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;

/**
 * Runs the steps of a plan and returns, as sentences, what they did and did not announce, and what they announced and did
 * not do. The transaction is rolled back. Relations that the plan itself creates block nobody.
 */
export async function unannounced(client, steps) {
  await client.query('BEGIN');
  try {
    await client.query("SET LOCAL search_path = ''; SET LOCAL check_function_bodies = off");
    const there = await relations(client);
    const names = new Map([...there].map(([oid, { name, indexed }]) => [oid, there.get(indexed)?.name ?? name]));
    const found = [];
    let [held, state] = [new Map(), there];
    const before = new Set(names.values());
    // A lock on a sequence blocks who alters it, and a sequence has no rows.
    const sequences = new Set([...there.values()].flatMap(({ kind, name }) => (kind === 'S' ? [name] : [])));
    for (const step of steps) {
      await client.query(step.sql);
      const [locks, now] = [await strongest(client, names, there), await relations(client)];
      found.push(...ofLocks(step, held, locks, sequences), ...ofWork(step, only(state, before), now));
      [held, state] = [locks, now];
    }
    return found;
  } finally {
    await client.query('ROLLBACK');
  }
}

/** The relations from before the plan, also where it created them again. */
const only = (state, names) => new Map([...state].filter(([, { name, indexed }]) => indexed || names.has(name)));

async function relations(client) {
  await client.query('SELECT pg_catalog.pg_stat_clear_snapshot()');
  return new Map((await client.query(RELATIONS)).rows.map((row) => [row.oid, row]));
}

/** The strongest lock that blocks somebody on each relation from before the plan, by its name. */
async function strongest(client, names, there) {
  const held = new Map();
  for (const { oid, mode } of (await client.query(LOCKS)).rows) {
    const [name, strength] = [names.get(oid), MODES.indexOf(mode)];
    if (there.get(oid)?.indexed && mode !== 'AccessExclusiveLock') continue;
    if (name !== undefined && strength >= 0) held.set(name, Math.max(held.get(name) ?? -1, strength));
  }
  return held;
}

function ofLocks({ sql, locks }, before, now, sequences) {
  const said = new Map();
  for (const { mode, on } of locks) said.set(on, Math.max(said.get(on) ?? -1, NAMES.indexOf(mode)));
  const taken = [...now].filter(([name, strength]) => strength > (before.get(name) ?? -1) && !sequences.has(name));
  return [
    ...taken
      .filter(([name, strength]) => strength > (said.get(name) ?? -1))
      .map(([name, strength]) => `locks ${name} (${NAMES[strength]}) and does not say so: ${sql}`),
    ...[...said]
      .filter(([name, strength]) => strength >= 0 && strength > (now.get(name) ?? -1))
      .map(([name, strength]) => `says that it locks ${name} (${NAMES[strength]}), and does not: ${sql}`),
  ];
}

function ofWork({ sql, kind, work, worksOn = [], locks }, before, now) {
  const named = new Map([...now.values()].map((relation) => [relation.name, relation]));
  const changed = (what) =>
    [...before].flatMap(([oid, old]) => {
      const current = now.get(oid) ?? named.get(old.name);
      return current && what(old, current) ? [before.get(old.indexed)?.name ?? old.name] : [];
    });
  const moved = ({ node }, current) => node !== null && node !== current.node;
  const rewritten = changed(
    (old, current) => !old.indexed && old.kind !== 'S' && old.oid === current.oid && moved(old, current),
  );
  const scanned = changed((old, current) => BigInt(current.scans) > BigInt(old.scans));
  const done = work === 'rewrite' ? changed(moved) : scanned;
  // The query of a materialized view scans what it reads, which P604 tells where the view is not new.
  const queries = kind === 'materialized view';
  const looksUp = (name) => work && (/ VALIDATE CONSTRAINT /.test(sql) || locks.some(({ on }) => on === name));
  const parts = worksOn.filter((name) =>
    [...before.values()].some((other) => other.name === name && other.kind !== 'p'),
  );
  return [
    ...rewritten
      .filter((name) => work !== 'rewrite' || !worksOn.includes(name))
      .map((name) => `rewrites ${name} and does not say so: ${sql}`),
    ...scanned
      .filter((name) => work === undefined || !worksOn.includes(name))
      // The rows of a foreign key are looked for in the referenced table, which the statement says that it locks.
      .filter((name) => !rewritten.includes(name) && !queries && !looksUp(name))
      .map((name) => `scans ${name} and does not say so: ${sql}`),
    // Some partitions may need nothing: their index exists.
    ...(parts.length > 0 && !parts.some((name) => done.includes(name))
      ? [`says ${work} of ${parts.join(', ')}, and does not do it: ${sql}`]
      : []),
  ];
}
