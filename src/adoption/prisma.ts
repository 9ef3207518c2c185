// Prisma Migrate, for `schema import`: a folder and a checksum for each migration, and rows that show failures and
// rollbacks.
import { textDigests } from './checksums.ts';
import { maybeText, tableSql, textOf, utcText } from './foreign-table.ts';
import { byPath, migration } from './source-text.ts';
import type { ForeignHistory, ForeignMigration, ForeignRow, ReadRequest, SourceFile, Tool } from './tool.ts';

const FILE = /(?:^|\/)(\d+)[-_]?([^/]*)\/migration\.sql$/;

export const PRISMA: Tool = {
  name: 'prisma',
  title: 'Prisma Migrate',
  table: { schema: null, name: '_prisma_migrations' },
  columns: ['id', 'checksum', 'finished_at', 'migration_name', 'rolled_back_at', 'started_at', 'applied_steps_count'],
  lock: () => ({ kind: 'advisory', key: 72707369n }),
  read,
  reads: (path) => FILE.test(path),
  convert: (files) => ({ migrations: [...files].sort(byPath).map(convert), tags: [], notes: [] }),
};

async function read({ database, table }: ReadRequest): Promise<ForeignHistory> {
  const rows = await database.query(
    `SELECT migration_name AS id, checksum, logs, rolled_back_at IS NOT NULL AS rolled_back, applied_steps_count = 0
            AS marked, ${utcText('finished_at', 'at')},
            EXTRACT(epoch FROM finished_at - started_at)::float8 * 1000 AS ms
     FROM ${tableSql(table)} ORDER BY started_at`,
  );
  const last = new Map<string, ForeignRow>();
  for (const row of rows) {
    const id = textOf(row, 'id');
    last.delete(id);
    last.set(id, rowOf(id, row));
  }
  return { rows: [...last.values()], tags: [], notes: [] };
}

function rowOf(id: string, row: Readonly<Record<string, unknown>>): ForeignRow {
  const at = maybeText(row, 'at');
  const name = id.replace(/^\d+[-_]?/, '');
  const common = { id, name, kind: 'versioned' as const, checksum: maybeText(row, 'checksum'), at, by: null };
  if (row['rolled_back'] === true) return { ...common, state: 'undone', ms: null };
  if (at === null) {
    const problem =
      maybeText(row, 'logs')
        ?.split('\n')
        .find((line) => line.trim() !== '') ?? 'it was never finished';
    return { ...common, state: 'failed', ms: null, problem };
  }
  return { ...common, state: row['marked'] === true ? 'marked' : 'applied', ms: Math.round(Number(row['ms'])) };
}

function convert({ path, text }: SourceFile): ForeignMigration {
  const [, number = '', name = ''] = FILE.exec(path) ?? [];
  const id = path.split('/').at(-2) ?? '';
  return migration({ id, name, version: number, path, up: text, checksums: textDigests('sha256', text) });
}
