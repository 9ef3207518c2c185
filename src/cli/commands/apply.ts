// `schema apply` on the command line: its options and its output.
import type { Command } from 'commander';
import { defined } from '../../defined.ts';
import { type ApplyOutcome, applyPending } from '../../workflows/apply.ts';
import { status } from '../../workflows/status.ts';
import { approvedDigest, type Proposal } from '../approval.ts';
import { newCommand, wholeNumber } from '../options.ts';
import { doneText, resultDocument, runChanging, scriptText, verified } from '../run-text.ts';
import { action, type Frame, type Session } from '../session.ts';
import { nameTarget } from '../target.ts';
import type { Formatted } from '../terminal.ts';
import { refuseNoMigrations } from '../working-folder.ts';
import { healthText } from './verify.ts';

interface ApplyOptions {
  readonly to?: string;
  readonly count?: number;
  readonly only?: string;
  readonly approve?: string;
  readonly verify?: true;
  readonly dryRun?: true;
}

/** `schema apply` */
export function addApply(program: Command, frame: Frame): Command {
  return newCommand(program, 'apply', 'Run the pending migrations, each plan in one transaction where it can be.', {
    summary: 'run pending migrations',
    examples: ['schema apply', 'schema apply --dry-run', 'schema apply --env production --approve 3f9a1c2b7d04'],
    exits: [0, 4, 5, 6, 7, 9, 10, 11, 64, 130],
  })
    .alias('migrate')
    .option('--to <version>', 'up to this version')
    .option('--count <number>', 'this many plans', wholeNumber)
    .option('--only <versions>', 'only these, separated by commas')
    .option('--approve <digest>', 'run exactly what status gave this digest')
    .option('--verify', 'run the health checks afterwards')
    .option('--dry-run', 'say what would run, and run nothing')
    .action(action<ApplyOptions>(frame, program, run));
}

async function run(session: Session, _words: readonly string[], options: ApplyOptions): Promise<number> {
  const { terminal } = session;
  refuseNoMigrations(session.settings);
  nameTarget(session);
  const approve = options.dryRun
    ? options.approve
    : await approvedDigest(session, options.approve, () => proposal(session, options));
  if (approve === null) {
    terminal.warn('Nothing ran.');
    return 9;
  }
  const result = await applyNow(session, options, approve);
  const exitCode = options.dryRun || (verified(result) && result.health?.healthy !== false) ? 0 : 10;
  for (const { path, why } of result.skipped) terminal.warn(`${path} did not run: ${why}`);
  if (result.future.length > 0) {
    terminal.warn(`The database has migrations of a later release: ${result.future.join(', ')}`);
  }
  terminal.product(textOf(session, options, result), {
    command: 'apply',
    exitCode,
    dryRun: options.dryRun === true,
    ...resultDocument(result),
    backup: result.backup,
    health: result.health,
  });
  return exitCode;
}

/** What would run, and the digest of all that is pending; null where nothing would run. */
async function proposal(session: Session, options: ApplyOptions): Promise<Proposal | null> {
  const { files } = await applyNow(session, { ...options, dryRun: true }, undefined);
  const { pendingDigest } = await status(session.project);
  return pendingDigest === null || files.length === 0 ? null : { digest: pendingDigest, files, state: 'pending' };
}

const applyNow = (session: Session, options: ApplyOptions, approve: string | undefined): Promise<ApplyOutcome> =>
  runChanging(session, (running) =>
    applyPending(session.project, {
      ...running,
      ...defined({ to: options.to, count: options.count, only: options.only?.split(','), approve }),
      verify: options.verify === true,
      dryRun: options.dryRun === true,
      yes: false,
    }),
  );

function textOf(session: Session, options: ApplyOptions, result: ApplyOutcome): string | Formatted {
  const { terminal } = session;
  if (result.files.length === 0) return terminal.out.green('Nothing is pending.');
  if (options.dryRun) return { sql: scriptText(result, 'apply') };
  return [
    ...(result.backup === null ? [] : [backupText(result.backup)]),
    doneText('Applied', result, terminal.out),
    ...(result.health === null ? [] : ['', healthText(session, result.health)]),
  ].join('\n');
}

const backupText = ({ id, file, reused, restore }: NonNullable<ApplyOutcome['backup']>): string =>
  `Backup ${id}${reused ? ' (taken before)' : ''}${file === null ? '' : `: ${file}`}${restore === null ? '' : `\nTo restore: ${restore}`}`;
