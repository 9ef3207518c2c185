// The proof of a pair of plans: in scratch, up leads from before to after and down back, with rows in the tables.
import type { Catalog } from '../catalog/catalog.ts';
import { SchemaError } from '../errors.ts';
import { introspect } from '../introspect/introspect.ts';
import { KINDS } from '../kinds/index.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Plan, Step } from '../plan/plan.ts';
import { withUndeclared } from '../plan/undeclared.ts';
import type { Scratch } from '../scratch/interface.ts';
import { withoutSecrets } from '../sql/secrets.ts';
import { stepsOf } from '../states/build-steps.ts';
import { runSteps, StepFailure } from '../states/run-steps.ts';
import { fillTables, type Loss, lostRows, type Rows, readRows } from './scratch-rows.ts';

export interface ProofInput {
  /** The catalog as scratch's server prints it; see `echo`. */
  readonly before: Catalog;
  readonly after: Catalog;
  readonly up: Plan;
  readonly down: Plan;
  /** Statements that build `before` in an empty scratch. */
  readonly base: readonly Step[];
}

/**
 * SQLSTATE classes of statements that fail because of rows: 22 (data), 23 (integrity), 21 (cardinality); and the codes
 * of calls to stand-in functions (39P01, 58P01).
 */
const BECAUSE_OF_ROWS = /^(2[123]|P0001|39P01|58P01)/;

/** What a person can do where a plan is not proven. */
const BY_HAND =
  'Nothing was written. Make the change in smaller steps (one plan for each), or write its migration by hand: schema new ' +
  'NAME, run it, and plan what is left. The statement, with the definitions before and after, is worth a report.';

/** The error of a proof that scratch could not end. */
export const withoutEnd = (cause: SchemaError): SchemaError =>
  new SchemaError('plan/not-proven', `the proof does not end: ${cause.message}`, {
    detail:
      'It runs the statements of the plan, and what they call (checks, generated columns, triggers), on made-up rows.',
    hint: `Look for a function without an end that a constraint, a default or a trigger calls. ${BY_HAND}`,
    cause,
  });

/**
 * Run the pair on tables with made-up rows. Where it fails because of rows, run it again on empty tables: a new NOT NULL
 * column may be right for an empty table. Raises `plan/not-proven` with the failed statement or the differing objects.
 */
export async function provePair(scratch: Scratch, input: ProofInput): Promise<readonly string[]> {
  await runSteps(scratch, input.base, 'Rebuilding the present state');
  await scratch.script('SAVEPOINT proof');
  try {
    await proveOnce(scratch, input, true);
    return [];
  } catch (error) {
    if (!(error instanceof StepFailure) || !BECAUSE_OF_ROWS.test(error.sqlstate ?? '')) throw notProven(error);
    await scratch.script('ROLLBACK TO SAVEPOINT proof');
    try {
      await proveOnce(scratch, input, false);
    } catch (again) {
      throw notProven(again);
    }
    return [
      `Proven on empty tables only. With rows in scratch: ${withoutSecrets(error.step.sql).split('\n')[0]}: ${error.message}`,
    ];
  }
}

/** The same for plans with several commits: in a scratch of its own, without a transaction around the proof. */
export async function provePairCommitting(
  fresh: () => Promise<Scratch>,
  input: ProofInput,
): Promise<readonly string[]> {
  const attempt = async (rows: boolean): Promise<void> => {
    const scratch = await fresh();
    try {
      await runSteps(scratch, input.base, 'Rebuilding the present state');
      await proveOnce(scratch, input, rows);
    } finally {
      await scratch.close();
    }
  };
  try {
    await attempt(true);
    return [];
  } catch (error) {
    if (!(error instanceof StepFailure) || !BECAUSE_OF_ROWS.test(error.sqlstate ?? '')) throw notProven(error);
    try {
      await attempt(false);
    } catch (again) {
      throw notProven(again);
    }
    return [
      `Proven on empty tables only. With rows in scratch: ${withoutSecrets(error.step.sql).split('\n')[0]}: ${error.message}`,
    ];
  }
}

export const mustCommit = (plan: Plan): boolean =>
  plan.batches.some((batch) => batch.commitAfter || !batch.transaction);

async function proveOnce(scratch: Scratch, { before, after, up, down }: ProofInput, withRows: boolean): Promise<void> {
  if (withRows) await fillTables(scratch);
  const seeded: Rows = withRows ? await readRows(scratch) : new Map();
  await runSteps(scratch, stepsOf(up), 'The migration');
  await expectCatalog(scratch, after, 'after the migration');
  const risen = withRows ? await readRows(scratch) : seeded;
  // The text of values may change with their type, so values are compared after the undo.
  expectRows(lostRows(seeded, risen, false), stepsOf(up), 'The migration');
  await runSteps(scratch, stepsOf(down), 'The undo');
  await expectCatalog(scratch, before, 'after the undo');
  const fallen = withRows ? await readRows(scratch) : seeded;
  expectRows(lostRows(seeded, fallen, true), [...stepsOf(up), ...stepsOf(down)], 'The undo');
}

async function expectCatalog(scratch: Scratch, wanted: Catalog, when: string): Promise<void> {
  const found = await introspect(scratch, KINDS, {
    inTransaction: scratch.transactionStatus() === 'T',
    forServer: wanted.context.serverVersion,
    managed: wanted.context.managed ?? [],
  });
  const left = stepsOf(makePlan(found, withUndeclared(wanted, found, KINDS), KINDS));
  if (left.length === 0) return;
  const names = left.slice(0, 10).map((step) => withoutSecrets(step.sql));
  throw new SchemaError(
    'plan/not-proven',
    `${when} the database differs from the planned state in ${left.length} places`,
    {
      detail: `Remaining changes: ${names.join('; ')}`,
      hint: BY_HAND,
    },
  );
}

/** Raises an error for losses that no statement announces. */
function expectRows(lost: readonly Loss[], steps: readonly Step[], who: string): void {
  const announced = steps.flatMap(({ loses }) => loses ?? []);
  const silent = lost.filter(({ on }) => !announced.some((text) => names(text, on)));
  if (silent.length === 0) return;
  const what = silent.map((loss) => loss.what).join('; ');
  throw new SchemaError('plan/not-proven', `${who} loses what the plan does not announce: ${what}`, {
    hint: 'Nothing was written. Please report this plan: it must state what it loses.',
  });
}

/** Whether a loss is of the table or the column, or of values within a type, which names no column. */
const names = (loses: string, on: string): boolean => loses.includes(on) || / composite type /.test(loses);

function notProven(error: unknown): SchemaError {
  if (error instanceof StepFailure) {
    return new SchemaError('plan/not-proven', `${error.phase} failed in scratch: ${error.message}`, {
      detail: withoutSecrets(error.step.sql),
      hint: BY_HAND,
      location: error.step.origin,
      sqlstate: error.sqlstate,
      cause: error,
    });
  }
  return error instanceof SchemaError ? error : new SchemaError('plan/not-proven', String(error), { cause: error });
}
