// The remains of failed or unfinished changes in the catalogs, for `verify` and `doctor`.
import type { Database, Row } from '../databases/database.ts';
import { type Check, check } from '../report/checks.ts';

/** A check with the statements that repair what it found; each of them runs separately. */
export interface RepairableCheck extends Check {
  readonly repairs: readonly string[];
}

const GROUP = 'database';
const OWN = `n.nspname <> 'information_schema' AND n.nspname !~ '^pg_(?!toast)'`;

/** All checks of this file; they only read catalogs. */
export async function findLeftovers(database: Database): Promise<readonly RepairableCheck[]> {
  return [
    await invalidIndexes(database),
    await unvalidated(database),
    await detachPending(database),
    await disabledTriggers(database),
    await sequences(database),
  ];
}

const ok = (name: string, text: string): RepairableCheck => ({ ...check(GROUP, name, 'ok', text), repairs: [] });

const text = (row: Row, column: string): string => String(row[column] ?? '');

/**
 * Indexes with `indisvalid`, `indisready` or `indislive` false in pg_index. A session that builds an index concurrently
 * holds SHARE UPDATE EXCLUSIVE on the table the whole time.
 */
const INVALID = `
  SELECT i.indexrelid::pg_catalog.regclass::text AS name, i.indrelid::pg_catalog.regclass::text AS relation,
         c.relkind = 'I' AS partitioned, c.relname ~ '_cc(new|old)[0-9]*$' AS leftover,
         EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid) AS needed,
         EXISTS (SELECT FROM pg_catalog.pg_locks AS l
                  WHERE l.locktype = 'relation' AND l.relation = i.indrelid AND l.granted
                    AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
                    AND l.mode = 'ShareUpdateExclusiveLock' AND l.pid <> pg_catalog.pg_backend_pid()) AS busy,
         pg_catalog.format('DROP INDEX CONCURRENTLY %I.%I', n.nspname, c.relname) AS repair
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
   WHERE NOT (i.indisvalid AND i.indisready AND i.indislive) AND ${OWN}
   ORDER BY 1`;

async function invalidIndexes(database: Database): Promise<RepairableCheck> {
  const rows = await database.query(INVALID);
  const name = 'indexes are valid';
  if (rows.length === 0) return ok(name, 'all indexes are valid');
  const details = rows.map((row) => `${text(row, 'name')} on ${text(row, 'relation')}${remark(row)}`);
  const broken = rows.filter((row) => row['busy'] !== true);
  if (broken.length === 0) return { ...check(GROUP, name, 'note', 'some are being built', { details }), repairs: [] };
  const repairs = broken
    .filter((row) => row['partitioned'] !== true && row['needed'] !== true)
    .map((row) => text(row, 'repair'));
  const remedy =
    repairs.length > 0
      ? `${repairs.join('; ')} (or schema doctor --fix), then build anew what is missing.`
      : 'REINDEX INDEX CONCURRENTLY; an index of a partitioned table is valid once all partitions have theirs.';
  const found = `${broken.length} invalid: no query uses them, and every write keeps them up`;
  return { ...check(GROUP, name, 'problem', found, { details, remedy }), repairs };
}

const remark = (row: Row): string => {
  if (row['busy'] === true) return ' (its table is being worked on)';
  return row['leftover'] === true ? ' (left by REINDEX)' : '';
};

/** Constraints without pg_constraint.convalidated; NOT ENFORCED constraints (18) never have it. */
const UNVALIDATED = `
  SELECT c.conname AS name, c.conrelid::pg_catalog.regclass::text AS relation,
         pg_catalog.format('ALTER TABLE %s VALIDATE CONSTRAINT %I', c.conrelid::pg_catalog.regclass, c.conname) AS repair
    FROM pg_catalog.pg_constraint AS c
    JOIN pg_catalog.pg_class AS r ON r.oid = c.conrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
   WHERE NOT c.convalidated AND c.conparentid = 0 AND c.coninhcount = 0 AND ${OWN}
     AND pg_catalog.to_jsonb(c) ->> 'conenforced' IS DISTINCT FROM 'false'
   ORDER BY 2, 1`;

async function unvalidated(database: Database): Promise<RepairableCheck> {
  const rows = await database.query(UNVALIDATED);
  const name = 'constraints are validated';
  if (rows.length === 0) return ok(name, 'all constraints are validated');
  return {
    ...check(GROUP, name, 'problem', `${rows.length} NOT VALID: rows from before were never checked`, {
      details: rows.map((row) => `${text(row, 'name')} on ${text(row, 'relation')}`),
      remedy: `${rows.map((row) => text(row, 'repair')).join('; ')} (or schema doctor --fix).`,
    }),
    repairs: rows.map((row) => text(row, 'repair')),
  };
}

/** Partitions with pg_inherits.inhdetachpending, from DETACH PARTITION CONCURRENTLY. */
async function detachPending(database: Database): Promise<RepairableCheck> {
  const rows = await database.query(
    `SELECT pg_catalog.format('ALTER TABLE %s DETACH PARTITION %s FINALIZE', inhparent::pg_catalog.regclass,
            inhrelid::pg_catalog.regclass) AS repair, inhrelid::pg_catalog.regclass::text AS relation
       FROM pg_catalog.pg_inherits WHERE inhdetachpending ORDER BY 2`,
  );
  const name = 'partitions are attached or detached';
  if (rows.length === 0) return ok(name, 'no partition is being detached');
  return {
    ...check(GROUP, name, 'problem', 'DETACH PARTITION CONCURRENTLY did not come to its end', {
      details: rows.map((row) => text(row, 'relation')),
      remedy: `${rows.map((row) => text(row, 'repair')).join('; ')}.`,
    }),
    repairs: [],
  };
}

/** Disabled triggers (pg_trigger.tgenabled); the triggers of foreign keys are internal (tgisinternal). */
async function disabledTriggers(database: Database): Promise<RepairableCheck> {
  const rows = await database.query(
    `SELECT t.tgname::text AS name, t.tgrelid::pg_catalog.regclass::text AS relation, t.tgisinternal AS internal
       FROM pg_catalog.pg_trigger AS t JOIN pg_catalog.pg_class AS c ON c.oid = t.tgrelid
       JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      WHERE t.tgenabled = 'D' AND t.tgparentid = 0 AND ${OWN} ORDER BY 2, 1`,
  );
  const name = 'triggers are enabled';
  if (rows.length === 0) return ok(name, 'all triggers are enabled');
  const internal = rows.some((row) => row['internal'] === true);
  return {
    ...check(GROUP, name, 'note', `${rows.length} disabled${internal ? ', among them those of foreign keys' : ''}`, {
      details: rows.map((row) => `${text(row, 'name')} on ${text(row, 'relation')}`),
      remedy: 'If that is not meant: ALTER TABLE … ENABLE TRIGGER ….',
    }),
    repairs: [],
  };
}

/** The share of used numbers, of those that the sequence or its column can hold, from which a sequence is reported. */
const NEARLY_USED = 0.9;

/** The end of a sequence is its maximum or the largest value of its column's type, whichever is smaller. */
const SEQUENCES = `
  SELECT pg_catalog.format('%I.%I', q.schemaname, q.sequencename) AS name, q.last_value::text AS last,
         least(q.max_value, CASE a.atttypid WHEN 21 THEN 32767 WHEN 23 THEN 2147483647 END)::text AS ends,
         (q.last_value::numeric - q.min_value)
         / greatest(1, least(q.max_value, CASE a.atttypid WHEN 21 THEN 32767 WHEN 23 THEN 2147483647 END)::numeric
                       - q.min_value) AS used
    FROM pg_catalog.pg_sequences AS q
    JOIN pg_catalog.pg_class AS c ON c.oid = pg_catalog.format('%I.%I', q.schemaname, q.sequencename)::pg_catalog.regclass
    LEFT JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
          AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
    LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
   WHERE q.increment_by > 0 AND NOT q.cycle AND q.last_value IS NOT NULL
   ORDER BY used DESC`;

async function sequences(database: Database): Promise<RepairableCheck> {
  const rows = (await database.query(SEQUENCES)).filter((row) => Number(row['used']) >= NEARLY_USED);
  const name = 'sequences have numbers left';
  if (rows.length === 0) return ok(name, 'no sequence is near its end');
  return {
    ...check(GROUP, name, 'problem', `${rows.length} have less than a tenth of their numbers left`, {
      details: rows.map(
        (row) => `${text(row, 'name')}: ${text(row, 'last')} of ${text(row, 'ends')} (${percent(row['used'])})`,
      ),
      remedy: 'Change the column (and the sequence) to bigint before inserts fail.',
    }),
    repairs: [],
  };
}

const percent = (share: unknown): string => `${Math.floor(Number(share) * 100)} %`;
