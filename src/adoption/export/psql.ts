// Export for psql: all migrations in one script, with the transactions in which the runner would run them.
import type { Migration } from '../../migrations/file.ts';
import type { MigrationUnit } from '../../migrations/folder.ts';
import { splitMigration } from '../../migrations/segments.ts';
import { oneLine } from '../../sql/shown.ts';
import { type Exported, type ExportInput, lostDirectives, startOf } from './export.ts';

const HEAD = `-- All migrations from nothing. Run it with: psql -X -f migrations.sql
\\set ON_ERROR_STOP on
SET lock_timeout = '5s';
`;

export function exportPsql({ set }: ExportInput): Exported {
  const start = startOf(set);
  const parts = [
    ...(start === null ? [] : [fileText(start)]),
    ...set.units.map(unitText),
    ...set.repeatables.map(fileText),
  ];
  return {
    files: [{ path: 'migrations.sql', text: [HEAD, ...parts].join('\n') }],
    notes: [
      ...lostDirectives(set, false).filter((note) => !/commit file by file$/.test(note)),
      ...(set.callbacks.length === 0 ? [] : ['callbacks are left out']),
    ],
  };
}

/** The files of a plan in one transaction, where all of them allow it. */
function unitText({ pairs }: MigrationUnit): string {
  const files = pairs.map(({ up }) => up);
  if (!files.every(({ directives }) => directives.transaction === 'plan')) return files.map(fileText).join('\n');
  return transaction(files.flatMap((file) => [nameOf(file), ...statementsOf(file)]));
}

const nameOf = ({ path }: Migration): string => `-- ${oneLine(path)}`;

const statementsOf = (file: Migration): readonly string[] =>
  splitMigration(file).segments.flatMap(({ statements }) => statements.map(({ sql }) => `${sql};`));

const transaction = (lines: readonly string[]): string => ['BEGIN;', ...lines, 'COMMIT;', ''].join('\n');

function fileText(file: Migration): string {
  const segments = splitMigration(file).segments.map(({ transaction: within, statements }) => {
    const lines = statements.map(({ sql }) => `${sql};`);
    return within && lines.length > 0 ? transaction(lines) : `${lines.join('\n')}\n`;
  });
  return [nameOf(file), ...segments].join('\n');
}
