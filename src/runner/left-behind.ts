// The hint for a file that relies on what an earlier file made in its session: nothing of it is there any more.
import { SchemaError } from '../errors.ts';
import type { Migration } from '../migrations/file.ts';
import { filesOf, type MigrationSet } from '../migrations/folder.ts';
import { splitMigration } from '../migrations/segments.ts';
import { type SessionObject, sessionObject } from '../migrations/session-objects.ts';

/** SQLSTATEs: no such table, prepared statement, cursor. */
const MISSING = new Set(['42P01', '26000', '34000']);

/** The error, with a hint where another file makes the missing object for its own session. */
export function withLeftBehind(error: unknown, migrations: MigrationSet): unknown {
  if (!(error instanceof SchemaError) || !MISSING.has(error.sqlstate ?? '')) return error;
  const found = filesOf(migrations)
    .filter(({ path, kind }) => path !== error.location?.file && kind !== 'undo')
    .flatMap((file) => objectsOf(file).map((object) => ({ path: file.path, ...object })))
    .find(({ name }) => error.message.includes(`"${name}"`));
  if (found === undefined) return error;
  const { what, name, path } = found;
  const hint =
    `${path} makes the ${what} ${name}, which ends with that file: nothing of a session reaches the next one. ` +
    `Make it in this file as well, or use a table that stays.`;
  return error.with({ hint: error.hint === undefined ? hint : `${hint}\n${error.hint}` });
}

function objectsOf(file: Migration): readonly SessionObject[] {
  try {
    return splitMigration(file).segments.flatMap(({ statements }) =>
      statements.flatMap(({ parsed }) => sessionObject(parsed) ?? []),
    );
  } catch (error) {
    if (error instanceof SchemaError) return [];
    throw error;
  }
}
