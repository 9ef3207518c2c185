// The proof: in scratch, before -up-> after -down-> before, with rows in the tables.
import type { Catalog } from '../catalog/catalog.ts';
import { SchemaError } from '../errors.ts';
import { introspect } from '../introspect/introspect.ts';
import { KINDS } from '../kinds/index.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Plan, Step } from '../plan/plan.ts';
import type { Scratch } from '../scratch/interface.ts';
import { withoutSecrets } from '../sql/secrets.ts';
import { stepsOf } from '../states/build-steps.ts';
import { runSteps, StepFailure } from '../states/run-steps.ts';
import { fillTables, lostRows, type Rows, readRows } from './scratch-rows.ts';

export interface ProofInput {
  /** As scratch speaks it: see `echo`. */
  readonly before: Catalog;
  readonly after: Catalog;
  readonly up: Plan;
  readonly down: Plan;
  /** Statements that make `before` in an empty scratch. */
  readonly base: readonly Step[];
}

/**
 * SQLSTATE classes of statements that fail because of rows: 22 (data), 23 (integrity), 21 (cardinality); and where a row
 * calls a function that scratch has in name only (39P01, 58P01).
 */
const BECAUSE_OF_ROWS = /^(2[123]|P0001|39P01|58P01)/;

/**
 * Run the pair on seeded tables. Where rows make it fail, once more on empty ones: a NOT NULL column may be right for
 * an empty table, and the plan says what it needs. Raises `plan/not-proven` with the statement or object at fault.
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

/** The same where a step must commit before another can run: in a scratch that is thrown away, without a transaction. */
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
  await expectCatalog(scratch, after, 'after the migration', up);
  const risen = withRows ? await readRows(scratch) : seeded;
  // Values may change their text with their type, so that they are compared when the type is back.
  expectRows(lostRows(seeded, risen, false), stepsOf(up), 'The migration');
  await runSteps(scratch, stepsOf(down), 'The undo');
  await expectCatalog(scratch, before, 'after the undo', down);
  const fallen = withRows ? await readRows(scratch) : seeded;
  expectRows(lostRows(seeded, fallen, true), [...stepsOf(up), ...stepsOf(down)], 'The undo');
}

async function expectCatalog(scratch: Scratch, wanted: Catalog, when: string, plan: Plan): Promise<void> {
  const found = await introspect(scratch, KINDS, {
    inTransaction: scratch.transactionStatus() === 'T',
    forServer: wanted.context.serverVersion,
    managed: wanted.context.managed ?? [],
  });
  const left = stepsOf(makePlan(found, wanted, KINDS));
  if (left.length === 0) return;
  const names = left.slice(0, 10).map((step) => withoutSecrets(step.sql));
  throw new SchemaError(
    'plan/not-proven',
    `${when} the database differs from what was wanted in ${left.length} places`,
    {
      detail: `Still to do: ${names.join('; ')}`,
      hint: `Nothing was written. The plan had ${plan.batches.length} batches; run with --verbose to see it.`,
    },
  );
}

function expectRows(lost: readonly string[], steps: readonly Step[], who: string): void {
  if (lost.length === 0 || steps.some((step) => step.loses !== undefined)) return;
  throw new SchemaError('plan/not-proven', `${who} claims to keep every row and does not: ${lost.join('; ')}`, {
    hint: 'Nothing was written. Please report this plan: it must say what it loses.',
  });
}

function notProven(error: unknown): SchemaError {
  if (error instanceof StepFailure) {
    return new SchemaError('plan/not-proven', `${error.phase} failed in scratch: ${error.message}`, {
      detail: withoutSecrets(error.step.sql),
      hint: `It was asked for by ${error.step.subject}. Nothing was written.`,
      location: error.step.origin,
      sqlstate: error.sqlstate,
      cause: error,
    });
  }
  return error instanceof SchemaError ? error : new SchemaError('plan/not-proven', String(error), { cause: error });
}
