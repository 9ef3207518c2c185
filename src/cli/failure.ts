// The end of a command that failed, for session.ts.
import { CommanderError } from 'commander';
import { SchemaError } from '../errors.ts';
import { withRestoring } from '../workflows/restoring.ts';
import { errorDocument, errorText } from './error-text.ts';
import type { Frame } from './session.ts';

/** Prints an error and returns its exit code. */
export async function failed(frame: Frame, error: unknown): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const { terminal, migrationsDir, command } = frame;
  const problem = await withHints(error instanceof CommanderError ? usageError(error) : error, migrationsDir);
  const exitCode = problem instanceof SchemaError ? problem.exitCode : 1;
  terminal.status(null);
  const options = { verbose: terminal.look.verbose, migrationsDir, columns: terminal.columns.err };
  terminal.warn(errorText(problem, terminal.err, options));
  if (terminal.look.json) terminal.product('', { command, exitCode, error: errorDocument(problem) });
  return exitCode;
}

/** Where the folder of the migrations is known, an error may name git's command that restores a file. */
const withHints = async (error: unknown, migrationsDir: string | undefined): Promise<unknown> =>
  error instanceof SchemaError && migrationsDir !== undefined ? withRestoring(error, migrationsDir) : error;

function usageError({ message }: CommanderError): SchemaError {
  const [said = '', suggestion] = message.replace(/^error: /, '').split('\n');
  const hint = suggestion?.replace(/^\((.*)\)$/, '$1') ?? 'See "schema --help", or --help after the command.';
  return new SchemaError('usage/invalid', said, { hint });
}
