// `schema import --mode baseline`: the database as it is now is the starting point; the old history is kept as a record.
import { SchemaError } from '../errors.ts';
import type { Importing, ImportResult } from './import.ts';

export async function importBaseline({ tool }: Importing): Promise<ImportResult> {
  throw new SchemaError('usage/invalid', `--mode baseline of ${tool.title} is not here yet`, {});
}
