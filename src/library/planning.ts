// The verbs that compare desired files, migrations and databases, for callers of the library.

import { SchemaError } from '../errors.ts';
import type { PlannedPair } from '../proof/plan-pair.ts';
import type { Finding } from '../report/findings.ts';
import type { Project } from '../settings/project.ts';
import { parseSource } from '../states/sources.ts';
import { diffSources } from '../workflows/diff.ts';
import * as drifting from '../workflows/drift.ts';
import * as linting from '../workflows/lint.ts';
import * as planning from '../workflows/plan.ts';
import * as pulling from '../workflows/pull.ts';
import * as validating from '../workflows/validate.ts';
import { check, flag, oneOf, text, texts } from './request.ts';

/** The request of `plan`; all fields are optional. */
export type PlanRequest = Partial<planning.PlanRequest>;
/** The request of `drift`; all fields are optional. */
export type DriftRequest = Partial<drifting.DriftRequest>;
/** The request of `pull`; all fields are optional. */
export type PullRequest = Partial<pulling.PullRequest>;
/** The request of `validate`; all fields are optional. */
export type ValidateRequest = Partial<validating.ValidateRequest>;

/**
 * Plans the migration from the database (with its pending migrations) to the desired files, proves it up and down
 * in scratch, and writes its files unless `write` is false. `pair` is null where nothing differs.
 *
 * Raises `desired/*` for errors in the files, `plan/refused`, `plan/not-proven`, `plan/mass-drop`, `plan/cycle`,
 * `scratch/*`, `database/*`, `migration/*`.
 *
 * @example
 * const { pair, files } = await plan(project, { name: 'add_email', write: false });
 */
export async function plan(project: Project, request: PlanRequest = {}): Promise<planning.PlanResult> {
  check('plan', project, request, {
    name: text.optional(),
    against: oneOf('database', 'migrations').optional(),
    write: flag.optional(),
    unproven: flag.optional(),
    extras: oneOf('refuse', 'ignore').optional(),
  });
  return planning.plan(project, { against: 'database', write: true, ...request });
}

/**
 * Compares two states, each named as on the command line (`postgres://…`, `dir:FOLDER`, `snapshot:FILE`, `migrations`,
 * `empty`), and proves the statements between them both ways. Null where they agree. Nothing is written.
 *
 * Raises as `plan` does.
 *
 * @example
 * const pair = await diff(project, { before: 'migrations', after: 'dir:schema' });
 */
export async function diff(project: Project, request: DiffRequest): Promise<PlannedPair | null> {
  check('diff', project, request, { before: text, after: text });
  return diffSources(project, parseSource(request.before, noEnvironment), parseSource(request.after, noEnvironment));
}

/** Two states of a schema; see `diff`. */
export interface DiffRequest {
  readonly before: string;
  readonly after: string;
}

function noEnvironment(name: string): never {
  throw new SchemaError('usage/invalid', `diff() knows no environment ${JSON.stringify(name)}`, {
    hint: 'Open a project for it, and give its url.',
  });
}

/**
 * Compares the database with what the history recorded, or with the desired files (`against: 'desired'`). With
 * `resolve`, writes adopt.sql and revert.sql into that folder.
 *
 * Raises `database/*`, `desired/*`, `scratch/*`.
 *
 * @example
 * const { drifted, differences } = await drift(project);
 */
export async function drift(project: Project, request: DriftRequest = {}): Promise<drifting.DriftReport> {
  check('drift', project, request, { against: oneOf('history', 'desired').optional(), resolve: text.optional() });
  return drifting.drift(project, { against: 'history', ...request });
}

/**
 * Findings in the desired files: text that PostgreSQL accepts and that is unclear or unsafe.
 *
 * Raises `desired/*`.
 *
 * @example
 * for (const { code, message, location } of await lint(project)) console.log(code, message, location.line);
 */
export async function lint(project: Project): Promise<readonly Finding[]> {
  check('lint', project, {}, {});
  return linting.lint(project);
}

/**
 * Checks the migrations folder without a database: names, order, checksums, SQL. The result has the problems; nothing is
 * raised for them.
 *
 * Raises `usage/invalid`.
 *
 * @example
 * const { problems } = await validate(project, { baseRef: 'origin/main' });
 */
export async function validate(project: Project, request: ValidateRequest = {}): Promise<validating.ValidateResult> {
  check('validate', project, request, {
    updateSum: flag.optional(),
    baseRef: text.optional(),
    ignore: texts.optional(),
  });
  return validating.validate(project, { updateSum: false, ...request });
}

/**
 * Writes the database as desired files. `differences` lists the objects that the files would not create alike.
 *
 * Raises `usage/invalid` where SQL files are there already and `force` is not set, `database/*`, `scratch/*`.
 *
 * @example
 * const { files, unmanaged } = await pull(project, { split: 'schema' });
 */
export async function pull(project: Project, request: PullRequest = {}): Promise<pulling.PullResult> {
  check('pull', project, request, {
    split: oneOf('object', 'schema', 'single').optional(),
    force: flag.optional(),
    environment: text.nullable().optional(),
  });
  return pulling.pull(project, { split: 'object', force: false, environment: null, ...request });
}
