// Turns the migrations of another tool into our files, for adopt.ts: versions in the tool's order, and heads.
import type { MigrationFile } from '../migrations/file.ts';
import { compareVersions, normalizeVersion } from '../migrations/names.ts';
import { mustStandAlone } from '../migrations/segments.ts';
import { dollarQuote, quoteLiteral } from '../sql/identifiers.ts';
import { type ParsedStatement, splitStatements } from '../sql/parser.ts';
import { oneLine } from '../sql/shown.ts';
import type { ForeignMigration, Tool } from './tool.ts';

/** A migration and the files made of it. */
export interface Placed {
  readonly migration: ForeignMigration;
  readonly version: string;
  readonly up: MigrationFile;
  readonly undo: MigrationFile | null;
  /** Problems for a person to check. */
  readonly notes: readonly string[];
}

const LONGEST_NAME = 80;

/** The files of all migrations, in a folder named after the tool. Needs `loadParser`. */
export function place(tool: Tool, migrations: readonly ForeignMigration[]): readonly Placed[] {
  const versions = versionsInOrder(migrations);
  const names = repeatableNames(migrations);
  return migrations.map((migration, index) => {
    const version = versions[index] ?? '';
    const name = names.get(migration) ?? slug(migration.name);
    const base = migration.kind === 'repeatable' ? `R__${name}` : `${letterOf(migration)}${version}__${name}`;
    const up = fileOf(tool, migration, `${tool.name}/${base}.sql`);
    const undone = migration.down !== null && migration.kind === 'versioned';
    const undo = undone ? undoOf(tool, migration, `${tool.name}/U${version}__${name}.sql`) : null;
    const notes = [...migration.notes, ...up.notes, ...(undo?.notes.map((note) => `undo: ${note}`) ?? [])];
    return { migration, version, up: up.file, undo: undo?.file ?? null, notes };
  });
}

const letterOf = ({ kind }: ForeignMigration): string => (kind === 'baseline' ? 'B' : 'V');

/** A file name: words of a-z and 0-9, joined by underscores. */
export function slug(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, LONGEST_NAME)
    .replace(/^_+|_+$/g, '');
  return words === '' ? 'imported' : words;
}

/**
 * The tool's own numbers where they rise in the tool's order, else 1, 2, 3 and so on, so that later migrations do not
 * change earlier versions. Empty for repeatable migrations.
 */
export function versionsInOrder(
  migrations: readonly { readonly kind: string; readonly version: string | null }[],
): readonly string[] {
  const versioned = migrations.filter(({ kind }) => kind !== 'repeatable');
  const own = versioned.map(({ version }) => (version === null ? null : normalizeVersion(version)));
  const rising = own.every((version, index) => {
    const before = index === 0 ? null : own[index - 1];
    return version !== null && (index === 0 || (before != null && compareVersions(before, version) < 0));
  });
  let next = 0;
  return migrations.map(({ kind }) => {
    if (kind === 'repeatable') return '';
    next += 1;
    return rising ? (own[next - 1] ?? '') : String(next);
  });
}

/** Repeatable migrations run by name. Where the tool's order differs, a number leads the name. */
function repeatableNames(migrations: readonly ForeignMigration[]): ReadonlyMap<ForeignMigration, string> {
  const all = migrations.filter(({ kind }) => kind === 'repeatable');
  const slugs = all.map(({ name }) => slug(name));
  const sorted = slugs.every((name, index) => index === 0 || (slugs[index - 1] ?? '') < name);
  return new Map(
    all.map((migration, index) => {
      const name = slugs[index] ?? '';
      return [migration, sorted ? name : `${String(index + 1).padStart(3, '0')}_${name}`];
    }),
  );
}

interface Written {
  readonly file: MigrationFile;
  readonly notes: readonly string[];
}

function fileOf(tool: Tool, migration: ForeignMigration, path: string): Written {
  const from = `-- Imported from ${tool.title}: ${oneLine(migration.id)}`;
  if (migration.up === null) return stub(tool, migration, path, from);
  const { sql, apart, problem } = runnable(migration.up, migration.head.includes('transaction none'));
  const head = [...migration.head, ...(apart ? ['transaction none'] : [])];
  return {
    file: {
      path,
      text: [
        from,
        ...migration.notes.map((note) => `-- Not carried over: ${oneLine(note)}.`),
        ...head.map((line) => `-- schema:${oneLine(line)}`),
        '',
        sql,
      ].join('\n'),
    },
    notes: problem === null ? [] : [problem],
  };
}

function undoOf(tool: Tool, migration: ForeignMigration, path: string): Written {
  const declared = migration.head.includes('transaction none');
  const { sql, apart, problem } = runnable(migration.down ?? '', declared);
  const from = `-- Imported from ${tool.title}: takes back ${oneLine(migration.id)}`;
  const head = apart || declared ? ['-- schema:transaction none'] : [];
  return { file: { path, text: [from, ...head, '', sql].join('\n') }, notes: problem === null ? [] : [problem] };
}

/** A program can't run here. Where it was applied it is recorded; on a new database its file raises an error. */
function stub(tool: Tool, migration: ForeignMigration, path: string, from: string): Written {
  const message = `${oneLine(migration.path)} is a migration of ${tool.title} that is not SQL: write its SQL into ${path}`;
  const body = ` BEGIN RAISE EXCEPTION USING MESSAGE = ${quoteLiteral(message)}; END `;
  const lines = [
    from,
    '-- It is not SQL, so that it is recorded and can not run here. Databases that had it are not touched by this file;',
    '-- a new one stops here. Write what it did in its place and run `schema validate --update-sum`, or give new',
    '-- databases a starting point: `schema baseline`.',
    ...migration.notes.map((note) => `-- ${oneLine(note)}.`),
    ...migration.head.map((line) => `-- schema:${oneLine(line)}`),
    '',
    `DO ${dollarQuote(body)};`,
    '',
  ];
  return { file: { path, text: lines.join('\n') }, notes: ['it is not SQL: its file stops a new database'] };
}

interface Runnable {
  readonly sql: string;
  /** The file must declare that it runs outside a transaction. */
  readonly apart: boolean;
  readonly problem: string | null;
}

const NOTHING = '-- It holds no statement.\nSELECT 1;\n';

/**
 * The text as the runner needs it: without a BEGIN and COMMIT around all statements. A text that commits in the middle,
 * or has statements that PostgreSQL refuses inside a transaction block, must run outside a transaction.
 */
export function runnable(text: string, declaredApart: boolean): Runnable {
  const sql = `${text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim()}\n`;
  let statements: readonly ParsedStatement[];
  try {
    statements = splitStatements(sql);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { sql, apart: false, problem: `it does not parse (${reason}): it could not run here` };
  }
  if (statements.length === 0) return { sql: `${sql.trim() === '' ? '' : sql}${NOTHING}`, apart: false, problem: null };
  if (declaredApart) return { sql, apart: false, problem: null };
  const control = statements.filter(controls);
  if (control.length === 0) return { sql, apart: statements.some(mustStandAlone), problem: null };
  const bare = unwrapped(sql, statements, control);
  return bare === null ? { sql, apart: true, problem: null } : runnable(bare, false);
}

const kindOf = ({ node }: ParsedStatement): string => String(node['kind']).replace('TRANS_STMT_', '');

const controls = (statement: ParsedStatement): boolean =>
  statement.type === 'TransactionStmt' && !/SAVEPOINT|RELEASE|ROLLBACK_TO/.test(kindOf(statement));

/** Removes the one BEGIN and COMMIT around all statements; null where there is other transaction control. */
function unwrapped(
  sql: string,
  statements: readonly ParsedStatement[],
  control: readonly ParsedStatement[],
): string | null {
  const [first, last] = [statements[0], statements.at(-1)];
  if (first === undefined || last === undefined || control.length !== 2) return null;
  if (control[0] !== first || control[1] !== last) return null;
  if (!/^(?:BEGIN|START)$/.test(kindOf(first)) || kindOf(last) !== 'COMMIT') return null;
  const after = (statement: ParsedStatement): number =>
    statement.end + (/^\s*;/.exec(sql.slice(statement.end))?.[0].length ?? 0);
  const parts = [sql.slice(0, first.start), sql.slice(after(first), last.start), sql.slice(after(last))];
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
