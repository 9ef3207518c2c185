// The hint of an error with git's command that restores a file, for the command line.
import { join } from 'node:path';
import type { SchemaError } from '../errors.ts';
import { restoringCommand } from '../migrations-folder/git.ts';

/** The error, and those beside it, with the command in their hints where git can restore the file that they name. */
export async function withRestoring(error: SchemaError, migrationsDir: string): Promise<SchemaError> {
  const others = await Promise.all(error.others.map((other) => withRestoring(other, migrationsDir)));
  const command = error.restores === undefined ? null : await restoringCommand(join(migrationsDir, error.restores));
  const hint = command === null ? error.hint : `${error.hint ?? ''}\nIts former text: ${command}`.trimStart();
  return error.with({ hint, others });
}
