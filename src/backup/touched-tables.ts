// The existing tables that migrations touch, for backups; all tables where the text of the migrations does not tell.
import type { Database } from '../databases/database.ts';
import { WORDS } from '../kinds/words.ts';
import type { Migration } from '../migrations/file.ts';
import { splitMigration } from '../migrations/segments.ts';
import { qualifiedName, quoteIdentifier } from '../sql/identifiers.ts';
import { asNode, rangeName } from '../sql/node.ts';
import type { ParsedStatement } from '../sql/parser.ts';
import { dropped, references } from '../sql/references.ts';

export interface TouchedTables {
  /** Quoted names of existing tables, with their partitions and children. */
  readonly tables: readonly string[];
  /** The statement that may touch any table; `tables` then has all tables. Null: there is no such statement. */
  readonly becauseOf: string | null;
}

/** Statements of several kinds or of none that touch only the objects that they name. */
const SHARED = new Set([
  'AlterObjectSchemaStmt',
  'AlterOwnerStmt',
  'AlterTableStmt',
  'CommentStmt',
  'DefineStmt',
  'GrantStmt',
  'RenameStmt',
  'TransactionStmt',
  'VariableSetStmt',
]);

/** Statements on rows: triggers, foreign keys and functions may make them touch other tables. */
const ROWS = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'CreateTableAsStmt']);

/** Requires `loadParser`. Names without a schema are also looked up in `public`. */
export async function touchedTables(database: Database, migrations: readonly Migration[]): Promise<TouchedTables> {
  const names = new Set<string>();
  for (const statement of migrations.flatMap(statementsOf)) {
    const named = namesIn(statement);
    if (!(await isPlain(database, statement, named))) {
      return { tables: await resolve(database, null), becauseOf: statement.text };
    }
    for (const name of named) names.add(name);
  }
  return { tables: await resolve(database, [...names]), becauseOf: null };
}

const statementsOf = (migration: Migration): readonly ParsedStatement[] =>
  splitMigration(migration).segments.flatMap((segment) => segment.statements.map(({ parsed }) => parsed));

/** The quoted names of the relations in a statement. */
function namesIn(statement: ParsedStatement): readonly string[] {
  return [...references(statement, WORDS).hard, ...dropped(statement, WORDS)].flatMap(({ namespace, name, own }) =>
    candidates(own === 2 ? name.slice(0, -1) : namespace === 'relation' ? name : []),
  );
}

/** The possible names of a relation where the search path is unknown. */
function candidates([first, second]: readonly string[]): readonly string[] {
  if (first === undefined || first === '') return [];
  if (second !== undefined) return [qualifiedName(first, second)];
  return [quoteIdentifier(first), qualifiedName('public', first)];
}

async function isPlain(database: Database, statement: ParsedStatement, names: readonly string[]): Promise<boolean> {
  const { type, node } = statement;
  if (type === 'DropStmt') return node['behavior'] !== 'DROP_CASCADE';
  if (type === 'TruncateStmt') return node['behavior'] !== 'DROP_CASCADE' && !(await reaches(database, names, true));
  if (!ROWS.has(type)) return SHARED.has(type) || WORDS.statements.get(type)?.touchesNamedOnly === true;
  const routines = references(statement, WORDS).hard.filter(({ namespace }) => namespace === 'routine');
  const [row] = await database.query(
    `SELECT EXISTS (SELECT FROM pg_catalog.pg_proc AS p WHERE p.proname = ANY ($1::text[])
       AND p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace) AS own`,
    [routines.map(({ name }) => name.at(-1) ?? '')],
  );
  if (row?.['own'] === true) return false;
  const target = candidates(rangeName(asNode(node['relation'])));
  return !(await reaches(database, target, type !== 'InsertStmt'));
}

/** Whether a change of rows may touch other tables: by triggers, rules, or actions of foreign keys. */
async function reaches(database: Database, names: readonly string[], byForeignKeys: boolean): Promise<boolean> {
  const [row] = await database.query(
    `SELECT EXISTS (SELECT FROM pg_catalog.pg_trigger AS t WHERE NOT t.tgisinternal AND t.tgrelid = ANY (named))
         OR $2::boolean AND EXISTS (SELECT FROM pg_catalog.pg_constraint AS c WHERE c.contype = 'f' AND c.confrelid = ANY (named)
                       AND (c.confdeltype NOT IN ('a', 'r') OR c.confupdtype NOT IN ('a', 'r')))
         OR EXISTS (SELECT FROM pg_catalog.pg_rewrite AS w WHERE w.ev_type <> '1' AND w.ev_class = ANY (named)) AS reaches
       FROM (SELECT pg_catalog.array_agg(pg_catalog.to_regclass(name)::oid) AS named
               FROM pg_catalog.unnest($1::text[]) AS name) AS found`,
    [names, byForeignKeys],
  );
  return row?.['reaches'] === true;
}

/** The tables for the names: an index counts as its table, and a table includes its children. Null: all tables. */
async function resolve(database: Database, names: readonly string[] | null): Promise<readonly string[]> {
  const rows = await database.query(
    `WITH RECURSIVE named AS (
       SELECT coalesce(i.indrelid, n.oid) AS oid
         FROM (SELECT pg_catalog.to_regclass(name)::oid AS oid FROM pg_catalog.unnest($1::text[]) AS name) AS n
         LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = n.oid
     ), family AS (
       SELECT oid FROM named UNION
       SELECT h.inhrelid FROM pg_catalog.pg_inherits AS h JOIN family ON family.oid = h.inhparent
     )
     SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
       FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND ($1::text[] IS NULL OR c.oid IN (SELECT oid FROM family))
      ORDER BY 1`,
    [names],
  );
  return rows.map((row) => String(row['name']));
}
