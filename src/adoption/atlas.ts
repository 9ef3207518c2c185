// Atlas: revisions with their progress; folders in its own format or in that of five other tools. For `schema import`.
import { atlasHashes, fnv32 } from './checksums.ts';
import { dbmateFiles } from './dbmate.ts';
import { flywayFiles } from './flyway/files.ts';
import { maybeText, tableSql, textOf, utcText } from './foreign-table.ts';
import { golangMigrateFiles } from './golang-migrate.ts';
import { gooseFiles } from './goose.ts';
import { baseOf, byPath, migration, numbered } from './source-text.ts';
import type { Converted, ForeignHistory, ForeignMigration, ForeignRow, ReadRequest, SourceFile, Tool } from './tool.ts';

/** Bits of a revision's type. */
const BASELINE = 1;
const RESOLVED = 4;

export const ATLAS: Tool = {
  name: 'atlas',
  title: 'Atlas',
  table: { schema: 'atlas_schema_revisions', name: 'atlas_schema_revisions' },
  columns: ['version', 'description', 'type', 'applied', 'total', 'executed_at', 'execution_time', 'error', 'hash'],
  lock: () => ({ kind: 'advisory', key: BigInt(fnv32('atlas_migrate_execute')) }),
  read,
  reads: (path) => /\.sql$/.test(path),
  convert,
};

async function read({ database, table }: ReadRequest): Promise<ForeignHistory> {
  const rows = await database.query(
    `SELECT version, description, type, applied, total, ${utcText('executed_at', 'at')}, error, hash,
            (execution_time / 1000000)::float8 AS ms
     FROM ${tableSql(table)} WHERE version !~ '^\\.' ORDER BY version`,
  );
  return { rows: rows.map(rowOf), tags: [], notes: [] };
}

function rowOf(row: Readonly<Record<string, unknown>>): ForeignRow {
  const id = textOf(row, 'version');
  const type = Number(row['type']);
  const error = textOf(row, 'error');
  const common = {
    id,
    name: textOf(row, 'description'),
    kind: (type & BASELINE) === 0 ? ('versioned' as const) : ('baseline' as const),
    checksum: maybeText(row, 'hash')?.replace(/^h1:/, '') || null,
    at: maybeText(row, 'at'),
    by: null,
    ms: Math.round(Number(row['ms'])),
  };
  const [applied, total] = [Number(row['applied']), Number(row['total'])];
  const resolved = (type & RESOLVED) !== 0;
  if (resolved || (error === '' && applied >= total)) return { ...common, state: resolved ? 'marked' : 'applied' };
  return { ...common, state: 'failed', problem: `${applied} of ${total} statements are done: ${error}` };
}

function convert(files: readonly SourceFile[]): Converted {
  const sorted = [...files].sort(byPath);
  const sums = atlasHashes(sorted);
  const { migrations, ...rest } = foreignFormat(sorted) ?? { migrations: sorted.map(own), tags: [], notes: [] };
  const summed = migrations.map((one): ForeignMigration => {
    const sum = sums.get(one.path);
    return { ...one, checksums: sum === undefined ? [] : [sum] };
  });
  return { migrations: summed, ...rest };
}

/** The folder may have the format of another tool, which Atlas runs as well. */
function foreignFormat(files: readonly SourceFile[]): Converted | null {
  const any = (test: (file: SourceFile) => boolean): boolean => files.some(test);
  if (any(({ path }) => /\.up\.sql$/.test(path))) return golangMigrateFiles(files);
  if (any(({ path }) => /^[VURB]\d*.*__.*\.sql$/.test(baseOf(path)))) return flywayFiles(files);
  if (any(({ text }) => /^--\s*\+goose\s+up/im.test(text))) return gooseFiles(files);
  if (any(({ text }) => /^--\s*migrate:up/m.test(text))) return dbmateFiles(files);
  return null;
}

function own({ path, text }: SourceFile): ForeignMigration {
  const { number = null, name = '' } = numbered(path, /\.sql$/) ?? {};
  const checkpoint = /^--\s*atlas:checkpoint\b/m.test(text);
  return migration({
    ...{ id: number ?? baseOf(path).replace(/\.sql$/, ''), name, version: number, path, up: text },
    kind: checkpoint ? 'baseline' : 'versioned',
    head: /^--\s*atlas:txmode\s+none\b/m.test(text) ? ['transaction none'] : [],
    notes: /^--\s*atlas:delimiter\b/m.test(text) ? ['it has a delimiter of its own, which is not carried over'] : [],
  });
}
