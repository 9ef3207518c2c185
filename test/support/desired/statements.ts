// Desired files written in the test, as statements; and the places that errors name.
import { type DesiredStatement, readStatements, type StatementOptions } from '#src/desired/statements.js';
import type { SchemaError } from '#src/errors.js';
import { WORDS } from '#src/kinds/words.js';

/** Statements of files given as `{ 'a.sql': '…' }`, in that order. */
export function statementsOf(
  files: Readonly<Record<string, string>>,
  options?: StatementOptions,
): readonly DesiredStatement[] {
  return readStatements(
    Object.entries(files).map(([file, text]) => ({ file, text })),
    WORDS,
    options,
  );
}

/** `file:line:column` of an error and of those that came with it. */
export function places(error: SchemaError): readonly string[] {
  return [error, ...error.others].map(({ location }) => `${location?.file}:${location?.line}:${location?.column}`);
}
