// Asks the catalog about a statement outside a transaction before it is sent, for alone.ts: an earlier run may have
// sent it.
import type { Database } from '../databases/database.ts';
import type { MigrationStatement } from '../migrations/segments.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';
import { asNode, asText, child, children, type Node, namesOf, rangeName } from '../sql/node.ts';
import { dotted, probeDropIndex, probeIndex, probeReindex } from './probe-index.ts';
import type { Doubt, Verdict } from './verdict.ts';

/** Statements that can run again in any state. */
const REPEATABLE = new Set(['VacuumStmt', 'ClusterStmt', 'AlterSystemStmt', 'AlterDatabaseStmt', 'DiscardStmt']);

/** Statements whose effect the catalog shows. They can be tried again after a deadlock. */
export const canProbe = (statement: MigrationStatement): boolean =>
  ['IndexStmt', 'DropStmt', 'ReindexStmt', 'AlterTableStmt'].includes(statement.parsed.type);

/**
 * Decides what to do with a statement that stands alone. Drops the remains of an interrupted CONCURRENTLY (manual,
 * CREATE INDEX and REINDEX).
 */
export async function probe(database: Database, statement: MigrationStatement, doubt: Doubt): Promise<Verdict> {
  const { type, node } = statement.parsed;
  const run: Verdict = { action: 'run', sql: statement.sql };
  if (type === 'IndexStmt') return await probeIndex(database, statement, doubt);
  if (type === 'ReindexStmt') return await probeReindex(database, statement);
  if (type === 'AlterTableStmt') return await probeDetach(database, statement, doubt.inDoubt);
  if (!doubt.inDoubt || REPEATABLE.has(type)) return run;
  if (type === 'DropStmt') return (await probeDropIndex(database, node)) ? run : skip('it is dropped already');
  // Options of a subscription can be set again; ADD and DROP PUBLICATION can't be repeated.
  if (type === 'AlterSubscriptionStmt' && !/_(ADD|DROP)_/.test(asText(node['kind']))) return run;
  if (type === 'AlterEnumStmt') return await probeLabel(database, node, run);
  const named = NAMED[type];
  if (named === undefined) return { action: 'unknown' };
  const [row] = await database.query(`SELECT EXISTS (${named.there}) AS there`, [asText(node[named.field])]);
  if (row?.['there'] === named.drops) return run;
  return skip(named.drops ? 'it is dropped already' : 'it is there already');
}

const skip = (why: string): Verdict => ({ action: 'skip', why });

interface Named {
  /** The field of the parse node that contains the name. */
  readonly field: string;
  /** A query that returns a row where an object of name `$1` exists. */
  readonly there: string;
  readonly drops: boolean;
}

const DATABASE = 'SELECT FROM pg_catalog.pg_database WHERE datname = $1';
const TABLESPACE = 'SELECT FROM pg_catalog.pg_tablespace WHERE spcname = $1';
const SUBSCRIPTION = `SELECT FROM pg_catalog.pg_subscription WHERE subname = $1
  AND subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`;

/** Statements that create or drop one object with a name of its own. */
const NAMED: Readonly<Record<string, Named>> = {
  CreatedbStmt: { field: 'dbname', there: DATABASE, drops: false },
  DropdbStmt: { field: 'dbname', there: DATABASE, drops: true },
  CreateTableSpaceStmt: { field: 'tablespacename', there: TABLESPACE, drops: false },
  DropTableSpaceStmt: { field: 'tablespacename', there: TABLESPACE, drops: true },
  CreateSubscriptionStmt: { field: 'subname', there: SUBSCRIPTION, drops: false },
  DropSubscriptionStmt: { field: 'subname', there: SUBSCRIPTION, drops: true },
};

async function probeLabel(database: Database, node: Node, run: Verdict): Promise<Verdict> {
  const [row] = await database.query(
    `SELECT EXISTS (SELECT FROM pg_catalog.pg_enum
     WHERE enumtypid = pg_catalog.to_regtype($1) AND enumlabel = $2) AS there`,
    [dotted(namesOf(node['typeName'])), asText(node['newVal'])],
  );
  return row?.['there'] === true ? skip('the value is there already') : run;
}

/** A DETACH PARTITION CONCURRENTLY that was interrupted between its two transactions is completed by FINALIZE. */
async function probeDetach(database: Database, statement: MigrationStatement, inDoubt: boolean): Promise<Verdict> {
  const { node } = statement.parsed;
  const command = children(node['cmds'], 'AlterTableCmd')[0];
  const partition = rangeName(asNode(child(command?.['def'], 'PartitionCmd')?.['name']));
  const parent = rangeName(node['relation']);
  const [row] = await database.query(
    `SELECT inhdetachpending AS pending FROM pg_catalog.pg_inherits
     WHERE inhparent = pg_catalog.to_regclass($1) AND inhrelid = pg_catalog.to_regclass($2)`,
    [dotted(parent), dotted(partition)],
  );
  if (row === undefined && inDoubt) return skip('the partition is detached already');
  if (row?.['pending'] !== true) return { action: 'run', sql: statement.sql };
  const name = partition.map(quoteIdentifier).join('.');
  return { action: 'run', sql: `ALTER TABLE ${dotted(parent)} DETACH PARTITION ${name} FINALIZE` };
}
