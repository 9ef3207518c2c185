// golang-migrate, for `schema import`: a file up and a file down; one row with the newest version and a flag `dirty`.
import { crc32 } from './checksums.ts';
import { tableSql, textOf } from './foreign-table.ts';
import { baseOf, byNumber, migration } from './source-text.ts';
import type { Converted, ForeignHistory, ForeignLock, ReadRequest, SourceFile, TableName, Tool } from './tool.ts';

const FILE = /^(\d+)_(.*)\.(up|down)\.sql$/;
const SALT = 1486364155;

export const GOLANG_MIGRATE: Tool = {
  name: 'golang-migrate',
  title: 'golang-migrate',
  table: { schema: null, name: 'schema_migrations' },
  columns: ['version', 'dirty'],
  lock: golangMigrateLock,
  read,
  reads: (path) => FILE.test(baseOf(path)),
  convert: (files) => golangMigrateFiles(files),
};

/** The key of the lock: CRC-32 of schema, table and database, multiplied by a salt in 32 bits. */
export function golangMigrateLock(table: TableName, databaseName: string): ForeignLock {
  const sum = crc32(Buffer.from([table.schema, table.name, databaseName].join('\0'), 'utf8'));
  return { kind: 'advisory', key: BigInt(Math.imul(sum, SALT) >>> 0) };
}

async function read({ database, table }: ReadRequest): Promise<ForeignHistory> {
  const rows = await database.query(`SELECT version::text AS version, dirty FROM ${tableSql(table)}`);
  const [row] = rows;
  if (row === undefined) return { rows: [], tags: [], notes: ['its table is empty: nothing is applied'] };
  const id = textOf(row, 'version');
  const failed = row['dirty'] === true;
  return {
    rows: failed
      ? [
          {
            ...{ id, name: id, kind: 'versioned', checksum: null, at: null, by: null, ms: null },
            state: 'failed',
            problem: 'the history says it is dirty: it stopped within this migration, and nobody knows where',
          },
        ]
      : [],
    upTo: id,
    tags: [],
    notes: ['golang-migrate keeps the newest version only: when each one ran and who ran it is not known'],
  };
}

export function golangMigrateFiles(files: readonly SourceFile[]): Converted {
  const downs = new Map<string, string>();
  for (const { path, text } of files) {
    const match = FILE.exec(baseOf(path));
    if (match?.[3] === 'down') downs.set(String(BigInt(match[1] ?? '0')), text);
  }
  const ups = files.filter(({ path }) => FILE.exec(baseOf(path))?.[3] === 'up').sort(byNumber);
  const migrations = ups.map(({ path, text }) => {
    const [, number = '', name = ''] = FILE.exec(baseOf(path)) ?? [];
    const id = String(BigInt(number));
    return migration({ id, name, version: number, path, up: text, down: downs.get(id) ?? null });
  });
  return { migrations, tags: [], notes: [] };
}
