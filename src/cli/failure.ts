// The end of a command that failed, for session.ts.
import { CommanderError } from 'commander';
import { SchemaError } from '../errors.ts';
import { errorDocument, errorText } from './error-text.ts';
import type { Frame } from './session.ts';

/** Prints an error and returns its exit code. */
export function failed(frame: Frame, error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const { terminal, migrationsDir, command } = frame;
  const problem = error instanceof CommanderError ? usageError(error) : error;
  const exitCode = problem instanceof SchemaError ? problem.exitCode : 1;
  terminal.status(null);
  terminal.warn(errorText(problem, terminal.err, { verbose: terminal.look.verbose, migrationsDir }));
  if (terminal.look.json) terminal.product('', { command, exitCode, error: errorDocument(problem) });
  return exitCode;
}

function usageError({ message }: CommanderError): SchemaError {
  const [said = '', suggestion] = message.replace(/^error: /, '').split('\n');
  const hint = suggestion?.replace(/^\((.*)\)$/, '$1') ?? 'See "schema --help", or --help after the command.';
  return new SchemaError('usage/invalid', said, { hint });
}
