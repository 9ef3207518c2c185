// Creating a project, for callers of the library.
import { type CiSystem, type InitResult, init as initWhole } from '../workflows/init.ts';
import { checkRequest, oneOf, text } from './request.ts';

export type { InitResult } from '../workflows/init.ts';

export interface InitRequest {
  /** Default: the working directory. */
  readonly directory?: string;
  /** Default `schema`. */
  readonly schemaDir?: string;
  /** Default `generated-migrations`. */
  readonly migrationsDir?: string;
  /** Also write a CI pipeline of this kind, and a runbook. */
  readonly withCi?: CiSystem;
}

/**
 * Creates the missing files of a project; existing files stay. Raises `usage/invalid` where a file has a folder's name.
 *
 * @example
 * const { created } = await init({ directory: 'shop' });
 */
export async function init(request: InitRequest = {}): Promise<InitResult> {
  checkRequest('init', request, {
    directory: text.optional(),
    schemaDir: text.optional(),
    migrationsDir: text.optional(),
    withCi: oneOf('github', 'gitlab').optional(),
  });
  return initWhole({ schemaDir: 'schema', migrationsDir: 'generated-migrations', ...request });
}
