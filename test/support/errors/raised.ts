// The error that work must end in, as a value to look at.
import { SchemaError } from '#src/errors.js';

/** The SchemaError that a promise is rejected with, or that a function throws. Any other error is passed on. */
export async function errorOf(work: Promise<unknown> | (() => unknown)): Promise<SchemaError> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    return schemaError(error);
  }
  throw new Error('no error was raised');
}

/** The same for a function that returns without a promise. */
export function thrownBy(action: () => unknown): SchemaError {
  try {
    action();
  } catch (error) {
    return schemaError(error);
  }
  throw new Error('no error was raised');
}

function schemaError(error: unknown): SchemaError {
  if (error instanceof SchemaError) return error;
  throw error;
}
