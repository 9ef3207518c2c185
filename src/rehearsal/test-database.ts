// A temporary database for `schema test`: PGlite in memory, or a database on a server that is dropped at the end.
import { randomUUID } from 'node:crypto';
import type { Database } from '../databases/database.ts';
import { connectPostgres } from '../databases/postgres.ts';
import { parsePostgresUrl } from '../databases/postgres-url.ts';
import { SchemaError } from '../errors.ts';
import { WORDS } from '../kinds/words.ts';
import { filesOf, type MigrationSet } from '../migrations/folder.ts';
import { splitMigration } from '../migrations/segments.ts';
import { furnishedThrowaway } from '../scratch/furnish.ts';
import { type Project, runOf } from '../settings/project.ts';
import { asText } from '../sql/node.ts';
import { references } from '../sql/references.ts';
import { savedProfile } from '../states/profile.ts';

export interface TestDatabase {
  readonly database: Database;
  /** Opens another session; null: PGlite has only one. */
  readonly open: ((applicationName: string) => Promise<Database>) | null;
  /** The name in messages. */
  readonly place: string;
  /** The role that migrations run as; null: the role of the connection. */
  readonly role: string | null;
}

export interface TestPlace {
  /** The URL of a server; absent: that of `--scratch`, or else PGlite. */
  readonly on?: string | null;
  readonly signal?: AbortSignal | undefined;
}

/** The prefix of the names, by which databases of killed processes are found and dropped. */
const PREFIX = 'schema_test_';

/** The limit for one statement; a statement on many rows takes long. */
const DEADLINE_MS = 1_800_000;

/** Runs `work` on an empty database, and drops the database in any case. */
export async function onTestDatabase<T>(
  project: Project,
  set: MigrationSet,
  { on, signal }: TestPlace,
  work: (test: TestDatabase) => Promise<T>,
): Promise<T> {
  const server = on ?? project.scratch;
  if (server === null) return onPglite(project, set, work);
  return onServer(server, signal, (test) => work({ ...test, role: runOf(project).role }));
}

async function onPglite<T>(project: Project, set: MigrationSet, work: (test: TestDatabase) => Promise<T>): Promise<T> {
  const saved = await savedProfile(project);
  const role = runOf(project).role ?? saved.role;
  const roles = [...new Set([...saved.roles, role, ...rolesOf(set)])];
  const database = await furnishedThrowaway({ ...saved, roles, scratch: null }, DEADLINE_MS);
  try {
    await database.script('RESET SESSION AUTHORIZATION; RESET search_path');
    return await work({ database, open: null, place: 'PGlite', role });
  } finally {
    await database.close();
  }
}

/** Roles belong to the server, which is absent here. Roles that migrations name and do not create are created. */
function rolesOf(set: MigrationSet): readonly string[] {
  const statements = filesOf(set).flatMap((migration) =>
    splitMigration(migration).segments.flatMap((segment) => segment.statements.map(({ parsed }) => parsed)),
  );
  const made = statements.flatMap(({ type, node }) => (type === 'CreateRoleStmt' ? [asText(node['role'])] : []));
  return statements.flatMap((statement) => references(statement, WORDS).roles).filter((role) => !made.includes(role));
}

async function onServer<T>(
  url: string,
  signal: AbortSignal | undefined,
  work: (test: Omit<TestDatabase, 'role'>) => Promise<T>,
): Promise<T> {
  const admin = await connectPostgres(url, { applicationName: 'schema test' });
  const name = `${PREFIX}${randomUUID().replaceAll('-', '')}`;
  const drop = (): Promise<unknown> => admin.script(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  // DROP … FORCE ends the sessions in the database, and with them their statements.
  const onAbort = (): void => void drop().catch(() => undefined);
  try {
    await create(admin, name);
    signal?.addEventListener('abort', onAbort, { once: true });
    signal?.throwIfAborted();
    return await onNewDatabase(url, name, admin.label, work);
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await drop().catch(() => undefined);
    await admin.close();
  }
}

async function onNewDatabase<T>(
  url: string,
  name: string,
  place: string,
  work: (test: Omit<TestDatabase, 'role'>) => Promise<T>,
): Promise<T> {
  const sessions: Database[] = [];
  const open = async (applicationName: string): Promise<Database> => {
    const database = await connectPostgres({ ...parsePostgresUrl(url), dbname: name }, { applicationName });
    sessions.push(database);
    return database;
  };
  try {
    return await work({ database: await open('schema test'), open, place });
  } finally {
    await Promise.all(sessions.map((session) => session.close()));
  }
}

async function create(admin: Database, name: string): Promise<void> {
  try {
    await admin.script(`CREATE DATABASE ${name} TEMPLATE template0`);
  } catch (error) {
    if (!(error instanceof SchemaError) || error.code !== 'database/permission') throw error;
    throw new SchemaError('database/permission', `a test on ${admin.label} needs a database of its own`, {
      detail: error.message,
      hint: 'Connect as a role with CREATEDB, or leave out --on and --scratch to test in PGlite.',
      cause: error,
    });
  }
}
