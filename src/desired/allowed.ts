// The statements that may stand in a desired file, for reading the files.
import { asNode, asText, type Node } from '../sql/node.ts';
import type { ParsedStatement } from '../sql/parser.ts';
import type { Words } from '../sql/words.ts';

/**
 * Statements that describe a schema and belong to no single kind, by parse node. Kinds declare their own statements.
 */
// biome-ignore format: one name a line would fill screens
const SHARED = new Set([
  'DefineStmt', 'AlterTableStmt', 'AlterOwnerStmt', 'AlterObjectSchemaStmt', 'RenameStmt', 'CommentStmt', 'SecLabelStmt',
  'GrantStmt', 'DropStmt',
]);

/** A refused statement: its name, what to write instead, and the family of statements that an option lets pass. */
export interface StatementRefusal {
  readonly what: string;
  readonly hint: string;
  readonly family: 'role' | 'do' | 'rows' | 'transaction' | 'maintenance' | 'cluster' | 'other';
}

const ROWS = 'Rows belong in a migration: put it into generated-migrations/dml.';
const TRANSACTION = 'Desired files hold no transaction control: remove it, the tool chooses transactions itself.';
const MAINTENANCE = 'It leaves no trace in the schema: remove it.';
const ROLE =
  'Roles belong to the cluster, not to a schema: create them where your servers are set up, or have them managed with --roles manage.';
const CLUSTER = 'It concerns the whole server, not a schema: remove it.';

const row = (what: string): StatementRefusal => ({ what, hint: ROWS, family: 'rows' });
const maintenance = (what: string): StatementRefusal => ({ what, hint: MAINTENANCE, family: 'maintenance' });
const cluster = (what: string): StatementRefusal => ({ what, hint: CLUSTER, family: 'cluster' });
const role = (what: string): StatementRefusal => ({ what, hint: ROLE, family: 'role' });

const REFUSED: Readonly<Record<string, StatementRefusal>> = {
  InsertStmt: row('INSERT'),
  UpdateStmt: row('UPDATE'),
  DeleteStmt: row('DELETE'),
  MergeStmt: row('MERGE'),
  TruncateStmt: row('TRUNCATE'),
  CopyStmt: { what: 'COPY', hint: `${ROWS} For a dump without rows use pg_dump --schema-only.`, family: 'rows' },
  CallStmt: row('CALL'),
  SelectStmt: {
    what: 'SELECT',
    hint: 'Only SELECT set_config(…) has a meaning here. Rows and sequence positions belong in a migration.',
    family: 'rows',
  },
  TransactionStmt: { what: 'transaction control', hint: TRANSACTION, family: 'transaction' },
  LockStmt: { what: 'LOCK', hint: TRANSACTION, family: 'transaction' },
  ConstraintsSetStmt: { what: 'SET CONSTRAINTS', hint: TRANSACTION, family: 'transaction' },
  VacuumStmt: maintenance('VACUUM or ANALYZE'),
  ClusterStmt: {
    what: 'CLUSTER',
    hint: 'To name the index that CLUSTER shall use, write ALTER TABLE … CLUSTER ON ….',
    family: 'maintenance',
  },
  ReindexStmt: maintenance('REINDEX'),
  RefreshMatViewStmt: maintenance('REFRESH MATERIALIZED VIEW'),
  CheckPointStmt: maintenance('CHECKPOINT'),
  LoadStmt: maintenance('LOAD'),
  ListenStmt: maintenance('LISTEN'),
  UnlistenStmt: maintenance('UNLISTEN'),
  NotifyStmt: maintenance('NOTIFY'),
  PrepareStmt: maintenance('PREPARE'),
  ExecuteStmt: maintenance('EXECUTE'),
  DeallocateStmt: maintenance('DEALLOCATE'),
  DiscardStmt: maintenance('DISCARD'),
  ExplainStmt: maintenance('EXPLAIN'),
  VariableShowStmt: maintenance('SHOW'),
  DoStmt: {
    what: 'DO',
    hint: 'A desired file says what shall be, not how to get there: write the CREATE statements that the block runs.',
    family: 'do',
  },
  AlterSystemStmt: cluster('ALTER SYSTEM'),
  CreatedbStmt: cluster('CREATE DATABASE'),
  DropdbStmt: cluster('DROP DATABASE'),
  AlterDatabaseStmt: cluster('ALTER DATABASE'),
  AlterDatabaseRefreshCollStmt: cluster('ALTER DATABASE … REFRESH COLLATION VERSION'),
  CreateTableSpaceStmt: cluster('CREATE TABLESPACE'),
  DropTableSpaceStmt: cluster('DROP TABLESPACE'),
  AlterTableSpaceOptionsStmt: cluster('ALTER TABLESPACE'),
  AlterTableMoveAllStmt: cluster('ALTER … ALL IN TABLESPACE'),
  DropRoleStmt: role('DROP ROLE'),
  DropOwnedStmt: role('DROP OWNED'),
  ReassignOwnedStmt: role('REASSIGN OWNED'),
  ImportForeignSchemaStmt: {
    what: 'IMPORT FOREIGN SCHEMA',
    hint: 'It connects to another server. Write the CREATE FOREIGN TABLE statements instead.',
    family: 'other',
  },
};

/**
 * The reason for which a statement is refused; undefined for an allowed statement. session.ts judges SET and
 * set_config().
 */
export function refusalOf(statement: ParsedStatement, words: Words): StatementRefusal | undefined {
  const { type, node } = statement;
  const ofKind = words.statements.get(type);
  if (ofKind?.ofRoles !== undefined) return role(ofKind.ofRoles);
  if (ofKind !== undefined || SHARED.has(type)) return isTemporary(node) ? TEMPORARY : clusterObject(statement);
  const known = REFUSED[type];
  if (type === 'SelectStmt' && callsFunction(node)) return CALL;
  if (known !== undefined) return known;
  const what = statement.text.split(/\s+/, 2).join(' ').toUpperCase();
  return { what, hint: 'It does not describe a schema: remove it.', family: 'other' };
}

const SESSION_ROLE: StatementRefusal = {
  what: 'ALTER ROLE CURRENT_ROLE … SET',
  hint: 'Whose session loads the files is no part of them: name the role.',
  family: 'role',
};

/** A statement that may change the schema, such as a DO block. */
const CALL: StatementRefusal = {
  what: 'SELECT of a function',
  hint: 'Write the CREATE statements that the function runs, or have it run with --allow-do. Rows and sequence positions belong in a migration.',
  family: 'do',
};

/** Whether a SELECT calls a function other than setval() and set_config(). */
const callsFunction = (node: Node): boolean =>
  [...JSON.stringify(node).matchAll(/"funcname":(\[.*?\])/g)].some(
    ([, name = '']) => !/"sval":"(?:setval|set_config|pg_catalog)"/.test(name),
  );

const TEMPORARY: StatementRefusal = {
  what: 'a temporary relation',
  hint: 'It lives as long as a session, so no schema holds it: remove it.',
  family: 'other',
};

function isTemporary(node: Node): boolean {
  const into = asNode(node['into'])?.['rel'];
  return [...Object.values(node), into].some((range) => asText(asNode(range)?.['relpersistence']) === 't');
}

/** Statements on roles, their privileges and memberships, for projects that manage roles. */
export const saysWhatRolesThereAre = ({ type, node }: ParsedStatement, words: Words): boolean =>
  words.statements.get(type)?.ofRoles !== undefined || (type === 'CommentStmt' && node['objtype'] === 'OBJECT_ROLE');

const VERBS: Readonly<Record<string, string>> = { CommentStmt: 'COMMENT ON', GrantStmt: 'GRANT ON', DropStmt: 'DROP' };

/** Names of roles and databases also occur in statements that are allowed for other objects. */
function clusterObject(statement: ParsedStatement): StatementRefusal | undefined {
  const { type, node } = statement;
  const objectType = asText(node['renameType'] ?? node['objectType'] ?? node['objtype'] ?? node['removeType']);
  if (objectType === 'OBJECT_ROLE') return role(`${VERBS[type] ?? 'ALTER'} ROLE`);
  const ofSession = asText(asNode(node['role'])?.['roletype']);
  if (type === 'AlterRoleSetStmt' && ofSession !== '' && ofSession !== 'ROLESPEC_CSTRING') return SESSION_ROLE;
  // The comment on a database and the privileges on a database are properties of the database.
  if (objectType === 'OBJECT_DATABASE' && (type === 'CommentStmt' || type === 'GrantStmt')) return undefined;
  if (objectType === 'OBJECT_DATABASE') return cluster(`${VERBS[type] ?? 'ALTER'} DATABASE`);
  return objectType === 'OBJECT_TABLESPACE' ? cluster(`${VERBS[type] ?? 'ALTER'} TABLESPACE`) : undefined;
}
