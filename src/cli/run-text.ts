// Prints results of `apply` and `undo`, which share these texts.
import { defined } from '../defined.ts';
import { SchemaError } from '../errors.ts';
import { oneLine } from '../sql/shown.ts';
import type { RunEvent, RunResult } from '../workflows/apply.ts';
import type { RunRequest } from '../workflows/running.ts';
import { count, runReporter } from './progress.ts';
import type { Session } from './session.ts';
import type { Palette } from './shown.ts';

/** Runs with progress. A signal waits until the session has ended. */
export async function runChanging<Result>(
  { frame, terminal }: Session,
  work: (running: Pick<RunRequest, 'onEvent' | 'signal'>) => Promise<Result>,
): Promise<Result> {
  const progress = runReporter(terminal);
  frame.changing = true;
  const seen = watchRun();
  const onEvent = (event: RunEvent): void => {
    seen.add(event);
    progress.report(event);
  };
  try {
    return await work({ onEvent, signal: frame.abort.signal });
  } catch (error) {
    if (frame.abort.signal.aborted) terminal.warn(seen.interruptedText(error));
    throw error;
  } finally {
    frame.changing = false;
    progress.end();
  }
}

/** What a run has done so far, for the message after an interruption. */
function watchRun() {
  const finished: string[] = [];
  let open: string | null = null;
  return {
    add(event: RunEvent): void {
      if (event.kind === 'migration started') open = event.path;
      if (event.kind !== 'migration finished') return;
      finished.push(event.path);
      if (event.path === open) open = null;
    },
    interruptedText(error: unknown): string {
      const before =
        finished.length === 0 ? '' : ` ${count(finished.length, 'migration')} before it stay as they ended.`;
      if (open === null)
        return finished.length === 0 ? 'interrupted: nothing ran' : `interrupted between two files.${before}`;
      const partWay = error instanceof SchemaError && error.code === 'migration/failed-part-way';
      const state = partWay
        ? `${open} stopped part-way: what it had committed stays, and the next run goes on from there (schema status)`
        : `${open} was rolled back: nothing of it is in the database`;
      return `interrupted: ${oneLine(state)}.${before}`;
    },
  };
}

/** Whether the database has the state that the last file declares. */
export const verified = ({ fingerprint, expectedFingerprint }: RunResult): boolean =>
  fingerprint === null || expectedFingerprint === null || fingerprint === expectedFingerprint;

export const verificationText = ({ fingerprint, expectedFingerprint }: RunResult, paint: Palette): string =>
  `${paint.red('Verification failed')}: the database has fingerprint ${fingerprint}, the last file promises ` +
  `${expectedFingerprint}. Something else changed it, or it does not do what it says; see "schema plan --check".`;

export const resultDocument = (result: RunResult) => ({
  files: result.files,
  skipped: result.skipped,
  future: result.future,
  deploymentId: result.deploymentId,
  ...defined({ digest: result.digest }),
  fingerprint: result.fingerprint,
  expectedFingerprint: result.expectedFingerprint,
  verified: verified(result),
});

/** A dry run: the statements of each file, and the hazards that a run would refuse. */
export function scriptText({ files }: RunResult, verb: string): string {
  const sections = files.map(({ path, statements, refused }) => {
    const warnings = refused.map((hazard) => `-- refused without --allow ${hazard.split(' ')[0]}: ${oneLine(hazard)}`);
    return [`-- ${oneLine(path)}`, ...warnings, ...statements.map((sql) => `${sql.trimEnd()};`)].join('\n');
  });
  return `${sections.join('\n\n')}\n\n-- This is what ${verb} would run. Nothing ran.`;
}

/** Longer lists are cut; `status` and `--json` have all. */
const MOST_PATHS = 20;

/** `Applied 2 migrations: ddl/V1__a.sql, ddl/V2__b.sql`, and whether the fingerprint is verified. */
export function doneText(verb: string, result: RunResult, paint: Palette): string {
  const paths = result.files.slice(0, MOST_PATHS).map(({ path }) => oneLine(path));
  const more = result.files.length - paths.length;
  const list = `${paths.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const done = `${verb} ${count(result.files.length, 'migration')}: ${list}`;
  return verified(result) ? paint.green(done) : `${done}\n${verificationText(result, paint)}`;
}
