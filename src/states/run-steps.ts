// Steps of a plan run in scratch, for echoes, replays and the proof.
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import type { Step } from '../plan/plan.ts';
import { switchEventTriggers } from '../scratch/event-triggers.ts';
import { unpopulatedScript } from '../scratch/unpopulated.ts';

/** The failure of a step in a scratch database. */
export class StepFailure extends Error {
  readonly step: Step;
  readonly phase: string;
  readonly sqlstate: string | undefined;

  constructor(phase: string, step: Step, cause: SchemaError) {
    super(cause.message, { cause });
    this.phase = phase;
    this.step = step;
    this.sqlstate = cause.sqlstate;
  }
}

/** How many steps are sent in one message: a message costs more than a statement. */
const AT_ONCE = 200;

/**
 * Run steps in order, with check_function_bodies off, without the queries of materialized views, and without event
 * triggers; raises `StepFailure` with the failed step.
 */
export async function runSteps(
  scratch: Database & { transactionStatus(): string },
  steps: readonly Step[],
  phase: string,
): Promise<void> {
  const { serverVersion } = scratch;
  await scratch.script(
    `SET check_function_bodies = off; SET search_path = ''; ${switchEventTriggers(serverVersion, 'off')}`,
  );
  await runAll(scratch, steps, phase);
  await scratch.script(switchEventTriggers(serverVersion, 'on'));
}

async function runAll(
  scratch: Database & { transactionStatus(): string },
  steps: readonly Step[],
  phase: string,
): Promise<void> {
  if (scratch.transactionStatus() !== 'T') {
    for (const step of steps) await runOne(scratch, step, phase);
    return;
  }
  for (let from = 0; from < steps.length; from += AT_ONCE) {
    const some = steps.slice(from, from + AT_ONCE);
    await scratch.script('SAVEPOINT steps');
    try {
      await scratch.script(some.map((step) => unpopulatedScript(step.sql)).join(';\n'));
      await scratch.script('RELEASE SAVEPOINT steps');
    } catch (error) {
      if (!(error instanceof SchemaError) || error.sqlstate === undefined) throw error;
      await scratch.script('ROLLBACK TO SAVEPOINT steps');
      for (const step of some) await runOne(scratch, step, phase);
    }
  }
}

async function runOne(scratch: Database, step: Step, phase: string): Promise<void> {
  try {
    await scratch.script(unpopulatedScript(step.sql));
  } catch (error) {
    if (error instanceof SchemaError && error.sqlstate !== undefined) throw new StepFailure(phase, step, error);
    throw error;
  }
}
