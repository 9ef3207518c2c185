// Export for Liquibase: one changelog in formatted SQL with rollbacks, and SQL that fills its history.
import type { Migration } from '../../migrations/file.ts';
import type { MigrationPair } from '../../migrations/folder.ts';
import { splitMigration } from '../../migrations/segments.ts';
import { type AppliedRow, type Exported, type ExportInput, literal, lostDirectives, startOf } from './export.ts';

const FILE = 'changelog.sql';
const AUTHOR = 'schema';

const TABLE = `CREATE TABLE IF NOT EXISTS databasechangelog (
  id varchar(255) NOT NULL,
  author varchar(255) NOT NULL,
  filename varchar(255) NOT NULL,
  dateexecuted timestamp NOT NULL,
  orderexecuted integer NOT NULL,
  exectype varchar(10) NOT NULL,
  md5sum varchar(35),
  description varchar(255),
  comments varchar(255),
  tag varchar(255),
  liquibase varchar(20),
  contexts varchar(255),
  labels varchar(255),
  deployment_id varchar(10)
);
`;

interface Change {
  readonly id: string;
  readonly key: string;
  readonly attributes: readonly string[];
  readonly statements: readonly string[];
  /** Null: no rollback; empty: a rollback without statements. */
  readonly rollback: readonly string[] | null;
}

export function exportLiquibase({ set, applied }: ExportInput): Exported {
  const start = startOf(set);
  const changes = [
    ...(start === null ? [] : changesOf(`B${start.version}`, { up: start }, [])),
    ...set.pairs.flatMap((pair) => changesOf(pair.up.version, pair, [])),
    ...set.repeatables.flatMap((up) =>
      changesOf(`R__${up.name}`, { up }, [up.directives.always ? 'runAlways:true' : 'runOnChange:true']),
    ),
  ];
  const text = ['--liquibase formatted sql', ...changes.map(changeText)].join('\n\n');
  const history = applied === null ? [] : [{ path: 'databasechangelog.sql', text: historyOf(changes, applied) }];
  return {
    files: [{ path: FILE, text: `${text}\n` }, ...history],
    notes: [
      ...lostDirectives(set, true),
      ...(set.callbacks.length === 0 ? [] : ['Liquibase has no callbacks: they are left out']),
      ...changes.filter(misread).map(({ id }) => `changeset ${id} has a comment that Liquibase takes for its own`),
    ],
  };
}

/**
 * The changeset of a file. Outside transactions each statement gets one, since Liquibase sends a changeset as a whole.
 */
function changesOf(key: string, { up, undo }: MigrationPair, more: readonly string[]): readonly Change[] {
  const { labels, transaction } = up.directives;
  const attributes = [...more, ...(labels.length === 0 ? [] : [`labels:${labels.join(',')}`])];
  const statements = statementsOf(up);
  const rollback = undo === undefined ? null : rollbackOf(undo);
  if (transaction !== 'none') return [{ id: key, key, attributes, statements, rollback }];
  const apart = [...attributes, 'runInTransaction:false'];
  return statements.map((statement, index) => ({
    id: `${key}.${index + 1}`,
    key,
    attributes: apart,
    statements: [statement],
    // A rollback undoes the first changeset last, so that one gets the whole undo file.
    rollback: index === 0 ? rollback : rollback === null ? null : [],
  }));
}

const statementsOf = (migration: Migration): readonly string[] =>
  splitMigration(migration).segments.flatMap((segment) => segment.statements.map(({ sql }) => sql));

function rollbackOf(undo: Migration): readonly string[] | null {
  if (undo.directives.undoneWith !== undefined) return [];
  return undo.directives.irreversible === undefined ? statementsOf(undo) : null;
}

function changeText({ id, attributes, statements, rollback }: Change): string {
  const apart = attributes.includes('runInTransaction:false');
  const split = [`rollbackSplitStatements:${apart}`, 'splitStatements:false', 'stripComments:false'];
  const lines = rollback?.flatMap((sql) => `${sql};`.split('\n').map((line) => `--rollback ${line}`)) ?? [];
  return [
    `--changeset ${AUTHOR}:${id} ${[...attributes, ...split].join(' ')}`,
    ...statements.map((sql) => `${sql};`),
    ...(rollback?.length === 0 ? ['--rollback empty'] : lines),
  ].join('\n');
}

/** A line of a statement that begins like a line of Liquibase's own. */
const misread = ({ statements, rollback }: Change): boolean =>
  [...statements, ...(rollback ?? [])].some((sql) =>
    /^\s*--\s*(?:changeset|rollback|preconditions?|property|comment|ignoreLines|validCheckSum)\b/im.test(sql),
  );

/** Rows without a checksum: Liquibase writes its own checksum in its next run. */
function historyOf(changes: readonly Change[], applied: readonly AppliedRow[]): string {
  const rows = applied.flatMap((row) =>
    changes.filter(({ key }) => key === row.key).map(({ id }) => ({ id, at: row.finishedAt })),
  );
  const values = rows.map(
    ({ id, at }, index) =>
      `  (${literal(id)}, '${AUTHOR}', '${FILE}', ` +
      `${at === null ? 'now()' : `${literal(at)}::timestamptz::timestamp`}, ${index + 1}, 'EXECUTED', 'sql')`,
  );
  const columns = 'id, author, filename, dateexecuted, orderexecuted, exectype, description';
  const inserts =
    rows.length === 0 ? '' : `INSERT INTO databasechangelog (${columns}) VALUES\n${values.join(',\n')};\n`;
  return `BEGIN;\n${TABLE}${inserts}COMMIT;\n`;
}
