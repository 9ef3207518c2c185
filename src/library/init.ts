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
 * Creates what a project lacks; what is there is kept. Raises `usage/invalid` where a file is in the way of a folder.
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
