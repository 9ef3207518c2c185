// Rows of Flyway's history as Flyway would write them, for as long as both tools are in use (`coexist`).
import type { Database } from '../../databases/database.ts';
import { SchemaError } from '../../errors.ts';
import type { Migration } from '../../migrations/file.ts';
import { flywayChecksum } from '../checksums.ts';
import { tableSql } from '../foreign-table.ts';
import type { TableName } from '../tool.ts';

export interface FlywayRow {
  /** Null for a repeatable migration. */
  readonly version: string | null;
  readonly description: string;
  readonly type: 'SQL' | 'UNDO_SQL' | 'SQL_BASELINE';
  readonly script: string;
  readonly checksum: number;
  readonly executionMs: number;
}

const LONGEST_DESCRIPTION = 200;
const LONGEST_SCRIPT = 1000;

/**
 * The row of a migration that ran. `migration` is the undo file where the direction is undo; `text` is the file
 * unchanged, since Flyway's checksum includes white space at its end. Null where Flyway records nothing.
 */
export function flywayRow(migration: Migration, text: string, ms: number): FlywayRow | null {
  const { kind, version, name, path } = migration;
  if (kind === 'callback') return null;
  const description = name.replaceAll('_', ' ');
  return {
    version: kind === 'repeatable' ? null : version,
    description:
      description.length > LONGEST_DESCRIPTION ? `${description.slice(0, LONGEST_DESCRIPTION - 3)}...` : description,
    type: kind === 'undo' ? 'UNDO_SQL' : kind === 'baseline' ? 'SQL_BASELINE' : 'SQL',
    script: path.length > LONGEST_SCRIPT ? `...${path.slice(3 - LONGEST_SCRIPT)}` : path,
    checksum: flywayChecksum(text),
    executionMs: Math.round(ms),
  };
}

/** Writes the row in the open transaction. Raises `adoption/conflict` where the table can't be written. */
export async function writeFlywayRow(database: Database, table: TableName, row: FlywayRow): Promise<void> {
  const name = tableSql(table);
  try {
    await database.query(
      `INSERT INTO ${name} (installed_rank, version, description, type, script, checksum, installed_by, execution_time,
         success)
       VALUES ((SELECT COALESCE(pg_catalog.max(installed_rank), 0) + 1 FROM ${name}), $1, $2, $3, $4, $5::integer,
         session_user, $6::integer, true)`,
      [row.version, row.description, row.type, row.script, row.checksum, row.executionMs],
    );
  } catch (cause) {
    throw new SchemaError('adoption/conflict', `${name} could not be written, and "coexist" asks for it`, {
      detail: cause instanceof Error ? cause.message : undefined,
      hint: 'Grant INSERT and SELECT on it, or take "coexist" out of the config file once Flyway is no longer used.',
      cause,
    });
  }
}
