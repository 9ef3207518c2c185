// Statements outside a transaction can leave a mark that only the catalog knows. Before one is sent (again), ask it.
import type { Database } from '../databases/database.ts';
import type { MigrationStatement } from '../migrations/segments.ts';
import { qualifiedName } from '../sql/identifiers.ts';
import { asList, asNode, asText, child, children, type Node, namesOf, rangeName } from '../sql/node.ts';

export type Verdict =
  | { readonly action: 'run'; readonly sql: string }
  | { readonly action: 'skip'; readonly why: string }
  /** It may have run, and nothing tells. */
  | { readonly action: 'unknown' };

/** Statements that may simply run again. */
const REPEATABLE = new Set(['ReindexStmt', 'VacuumStmt', 'ClusterStmt', 'AlterSystemStmt', 'DiscardStmt']);

/**
 * What to do with a statement that stands alone. `inDoubt`: an earlier run sent it and did not record its end. Removes
 * the invalid index that a failed CREATE INDEX CONCURRENTLY leaves behind (manual, CREATE INDEX).
 */
export async function probe(database: Database, statement: MigrationStatement, inDoubt: boolean): Promise<Verdict> {
  const { type, node } = statement.parsed;
  const run: Verdict = { action: 'run', sql: statement.sql };
  if (type === 'IndexStmt') return await probeIndex(database, statement, inDoubt);
  if (type === 'DropStmt' && inDoubt) return (await anyRelation(database, node)) ? run : skip('it is dropped already');
  if (type === 'AlterTableStmt') return await probeDetach(database, statement, inDoubt);
  return inDoubt && !REPEATABLE.has(type) ? { action: 'unknown' } : run;
}

const skip = (why: string): Verdict => ({ action: 'skip', why });

async function probeIndex(database: Database, statement: MigrationStatement, inDoubt: boolean): Promise<Verdict> {
  const { node } = statement.parsed;
  const name = asText(node['idxname']);
  if (name === '') return inDoubt ? { action: 'unknown' } : { action: 'run', sql: statement.sql };
  const [index] = await database.query(INDEX, [dotted(rangeName(node['relation'])), name]);
  if (index === undefined) return { action: 'run', sql: statement.sql };
  if (index['valid'] === true) {
    return inDoubt ? skip('the index is there and valid') : { action: 'run', sql: statement.sql };
  }
  if (index['building'] !== true) {
    await database.script(`DROP INDEX CONCURRENTLY ${qualifiedName(String(index['schema']), name)}`);
  }
  return { action: 'run', sql: statement.sql };
}

const INDEX = `
  SELECT n.nspname AS schema, i.indisvalid AND i.indisready AS valid,
         EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index AS p
                 WHERE p.index_relid = i.indexrelid AND p.pid <> pg_catalog.pg_backend_pid()) AS building
  FROM pg_catalog.pg_index AS i
  JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE i.indrelid = pg_catalog.to_regclass($1) AND c.relname = $2 AND c.relkind = 'i'`;

async function anyRelation(database: Database, node: Node): Promise<boolean> {
  for (const object of asList(node['objects'])) {
    const [row] = await database.query('SELECT pg_catalog.to_regclass($1) IS NOT NULL AS there', [
      dotted(namesOf(object)),
    ]);
    if (row?.['there'] === true) return true;
  }
  return false;
}

/** DETACH PARTITION CONCURRENTLY that was interrupted between its two transactions is completed by FINALIZE. */
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
  return { action: 'run', sql: `ALTER TABLE ${dotted(parent)} DETACH PARTITION ${dotted(partition)} FINALIZE` };
}

const dotted = (names: readonly string[]): string => {
  const [first = '', second] = names.slice(-2);
  return second === undefined ? qualifiedName(null, first) : qualifiedName(first, second);
};
