// Prints results of `apply` and `undo`, which share these texts.
import { defined } from '../defined.ts';
import { oneLine } from '../sql/shown.ts';
import type { RunResult } from '../workflows/apply.ts';
import type { RunRequest } from '../workflows/running.ts';
import { follow } from './interrupted.ts';
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
  try {
    const onEvent: RunRequest['onEvent'] = (event) => {
      follow(frame.progress, event);
      progress.report(event);
    };
    return await work({ onEvent, signal: frame.abort.signal });
  } finally {
    frame.changing = false;
    progress.end();
  }
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
  notices: result.notices,
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
