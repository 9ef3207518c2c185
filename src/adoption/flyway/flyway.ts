// Flyway, for `schema import`: its files have our format; in its history later rows can undo earlier ones.
import { normalizeVersion } from '../../migrations/names.ts';
import { javaHash } from '../checksums.ts';
import { maybeText, tableSql, textOf, utcText } from '../foreign-table.ts';
import type { ForeignHistory, ForeignLock, ForeignRow, ReadRequest, TableName, Tool } from '../tool.ts';
import { flywayFiles } from './files.ts';

const MAGIC = 0x466c79776179n;

export const FLYWAY: Tool = {
  name: 'flyway',
  title: 'Flyway',
  table: { schema: null, name: 'flyway_schema_history' },
  columns: ['installed_rank', 'version', 'description', 'type', 'script', 'checksum', 'installed_on', 'success'],
  lock: flywayLock,
  read,
  reads: (path) => /\.sql(?:\.conf)?$/i.test(path),
  convert: (files) => flywayFiles(files),
  native: true,
};

/**
 * The key of Flyway's session and transaction locks: `Flyway` as a number, and Java's hash of the quoted table name.
 */
export function flywayLock({ schema, name }: TableName): ForeignLock {
  return { kind: 'advisory', key: MAGIC + BigInt(javaHash(`"${schema}"."${name}"`)) };
}

async function read({ database, table }: ReadRequest): Promise<ForeignHistory> {
  const rows = await database.query(
    `SELECT version, description, type, script, checksum::text AS checksum, installed_by,
            ${utcText('installed_on', 'at')}, execution_time, success
     FROM ${tableSql(table)} WHERE type <> 'SCHEMA' ORDER BY installed_rank`,
  );
  const last = new Map<string, ForeignRow>();
  for (const row of rows) {
    const read = rowOf(row);
    const earlier = last.get(read.id);
    last.delete(read.id);
    // A row that undoes a migration does not say how the migration ran.
    const takesBack = read.state === 'undone' || read.state === 'deleted';
    last.set(read.id, takesBack && earlier !== undefined ? { ...earlier, state: read.state } : read);
  }
  return { rows: [...last.values()], tags: [], notes: [] };
}

function rowOf(row: Readonly<Record<string, unknown>>): ForeignRow {
  const type = textOf(row, 'type');
  const version = maybeText(row, 'version');
  const description = textOf(row, 'description');
  const baseline = /^(?:\w+_)?BASELINE$/.test(type);
  const number = version === null ? '' : normalizeVersion(version);
  const id = version === null ? `R:${description}` : baseline ? `B:${number}` : number;
  return {
    id,
    name: description,
    kind: version === null ? 'repeatable' : baseline ? 'baseline' : 'versioned',
    state: stateOf(type, row['success'] === true),
    checksum: maybeText(row, 'checksum'),
    at: maybeText(row, 'at'),
    by: maybeText(row, 'installed_by'),
    ms: Number(row['execution_time']),
    ...(version === null ? {} : { version: number }),
    ...(/^(?:SQL|SQL_BASELINE|BASELINE|DELETE|UNDO_\w+)$/.test(type) ? {} : { external: true as const }),
    ...(row['success'] === true ? {} : { problem: `${textOf(row, 'script')} is recorded as failed` }),
  };
}

function stateOf(type: string, success: boolean): ForeignRow['state'] {
  if (!success) return 'failed';
  if (type.startsWith('UNDO_')) return 'undone';
  return type === 'DELETE' ? 'deleted' : 'applied';
}
