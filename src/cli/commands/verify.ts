// `schema verify` on the command line: its options and its output.
import type { Command } from 'commander';
import type { HealthReport } from '../../health/health.ts';
import { millisecondsOf } from '../../settings/quantities.ts';
import { verify } from '../../workflows/verify.ts';
import { type CheckFormat, checksText, formatOption, writeChecks } from '../checks-text.ts';
import { newCommand } from '../options.ts';
import { count } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';

interface VerifyOptions {
  readonly maxLag: string;
  readonly checkTimeout: string;
  readonly format: CheckFormat;
}

/** `schema verify` */
export function addVerify(program: Command, frame: Frame): Command {
  return newCommand(program, 'verify', 'Look whether the database is healthy: built-in checks, and your own SQL.', {
    summary: 'health checks after a deployment',
    examples: ['schema verify', 'schema verify --env production --max-lag 10s', 'schema verify --format junit'],
    exits: [0, 10, 11, 64],
  })
    .option('--max-lag <duration>', 'how far a standby may be behind', '30s')
    .option('--check-timeout <duration>', 'for each statement of your own', '30s')
    .addOption(formatOption())
    .action(action<VerifyOptions>(frame, program, run));
}

async function run(session: Session, _: readonly string[], options: VerifyOptions): Promise<number> {
  const report = await verify(session.project, {
    maxLagMs: millisecondsOf(options.maxLag, '--max-lag'),
    timeoutMs: millisecondsOf(options.checkTimeout, '--check-timeout'),
  });
  const exitCode = report.healthy ? 0 : 10;
  const text = healthText(session, report);
  writeChecks(session, options.format, report.checks, text, { command: 'verify', exitCode, ...report });
  return exitCode;
}

/** Prints all checks, and the command to run where some failed. */
export function healthText({ settings, terminal }: Session, { checks, healthy, undo }: HealthReport): string {
  const list = checksText(checks, terminal.out);
  if (healthy) return `${list}\n\n${terminal.out.green(`${count(checks.length, 'check')}, no problem.`)}`;
  const problems = checks.filter(({ state }) => state === 'problem').length;
  const place = settings.environment === null ? '' : ` --env ${settings.environment}`;
  const next = undo === null ? 'The newest migration has no undo: go forward.' : `To take it back: ${undo}${place}`;
  return `${list}\n\n${terminal.out.red(`${count(problems, 'problem')}.`)} ${next}`;
}
