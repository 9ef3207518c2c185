// `schema repair` on the command line: its options and its output.
import type { Command } from 'commander';
import { defined } from '../../defined.ts';
import { SchemaError } from '../../errors.ts';
import { type Repair, type RepairRequest, repairHistory } from '../../workflows/repair.ts';
import { newCommand } from '../options.ts';
import { action, type Frame, type Session } from '../session.ts';
import { nameTarget } from '../target.ts';

interface RepairOptions {
  readonly failed?: true;
  readonly checksums?: true;
  readonly missing?: true;
  readonly markApplied?: string;
  readonly markUndone?: string;
  readonly assume?: string;
  readonly version?: string;
  readonly reason?: string;
  readonly dryRun?: true;
}

/** `schema repair` */
export function addRepair(program: Command, frame: Frame): Command {
  return newCommand(
    program,
    'repair',
    'Correct the history where it and the files do not agree. Without an option it says what could be corrected.',
    {
      summary: 'correct the history',
      examples: [
        'schema repair',
        'schema repair --checksums --reason "comments only"',
        'schema repair --assume done --version 20260131120000',
      ],
      exits: [0, 7, 11, 64],
    },
  )
    .option('--failed', 'forget what stopped part-way: it is pending again')
    .option('--checksums', 'take changed files as what was applied')
    .option('--missing', 'accept that files of applied migrations are gone')
    .option('--mark-applied <versions>', 'take these as applied, without running them')
    .option('--mark-undone <versions>', 'take these as undone, without their undo')
    .option('--assume <outcome>', 'of the statement in doubt: done or not-done')
    .option('--version <version>', 'of which --assume speaks')
    .option('--reason <text>', 'kept with the event of each repair')
    .option('--dry-run', 'say what would be corrected')
    .action(action<RepairOptions>(frame, program, run));
}

async function run(session: Session, _: readonly string[], options: RepairOptions): Promise<number> {
  const { project, terminal } = session;
  const request = requestOf(options);
  const asked = Object.keys(request).some((key) => key !== 'reason');
  if (asked && !options.dryRun) nameTarget(session);
  const repairs = await repairHistory(project, { ...request, dryRun: options.dryRun === true });
  const done = asked && !options.dryRun;
  terminal.product(textOf(repairs, done, terminal.out.green), { command: 'repair', exitCode: 0, done, repairs });
  return 0;
}

function requestOf(options: RepairOptions): RepairRequest {
  const { failed, checksums, missing, markApplied, markUndone, reason } = options;
  return {
    ...(failed ? { failed } : {}),
    ...(checksums ? { checksums } : {}),
    ...(missing ? { missing } : {}),
    ...defined({ markApplied: markApplied?.split(','), markUndone: markUndone?.split(',') }),
    ...(options.assume === undefined ? {} : { assume: assumed(options) }),
    ...defined({ reason }),
  };
}

function assumed({ assume, version }: RepairOptions): NonNullable<RepairRequest['assume']> {
  if (assume !== 'done' && assume !== 'not-done') {
    throw new SchemaError('usage/invalid', '--assume takes done or not-done');
  }
  if (version === undefined) throw new SchemaError('usage/invalid', '--assume needs --version: which migration?');
  return { done: assume === 'done', version };
}

const HINTS: Readonly<Record<Repair['repair'], string>> = {
  failed: '--failed',
  checksum: '--checksums',
  missing: '--missing',
  'mark applied': '--mark-applied',
  'mark undone': '--mark-undone',
  assume: '--assume',
};

function textOf(repairs: readonly Repair[], done: boolean, green: (text: string) => string): string {
  if (repairs.length === 0) return green('There is nothing to correct.');
  const lines = repairs.map(({ what, repair }) => (done ? what : `${HINTS[repair]}: ${what}`));
  return [...lines, done ? green('Corrected.') : 'Nothing was changed.'].join('\n');
}
