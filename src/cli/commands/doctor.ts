// `schema doctor` on the command line: its options and its output.
import type { Command } from 'commander';
import { type DoctorReport, doctor, repairAll } from '../../workflows/doctor.ts';
import { type CheckFormat, checksText, formatOption, writeChecks } from '../checks-text.ts';
import { newCommand } from '../options.ts';
import { count } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';
import { nameTarget } from '../target.ts';

interface DoctorOptions {
  readonly fix?: true;
  readonly format: CheckFormat;
}

/** `schema doctor` */
export function addDoctor(program: Command, frame: Frame): Command {
  return newCommand(program, 'doctor', 'Look for what could keep migrations from running, on the server and here.', {
    summary: 'what could keep migrations from running',
    examples: ['schema doctor', 'schema doctor --env production --json', 'schema doctor --fix'],
    exits: [0, 7, 9, 10, 11, 64],
  })
    .option('--fix', 'drop invalid indexes and validate constraints, after asking')
    .addOption(formatOption())
    .action(action<DoctorOptions>(frame, program, run));
}

async function run(session: Session, _: readonly string[], options: DoctorOptions): Promise<number> {
  if (options.fix) nameTarget(session);
  const found = await doctor(session.project);
  const repaired = options.fix && found.repairs.length > 0 ? await fix(session, found.repairs) : null;
  const last = repaired === null ? found : await doctor(session.project);
  const checks = [...last.checks, ...(repaired ?? [])];
  const exitCode = checks.some(({ state }) => state === 'problem') ? 10 : 0;
  const document = { command: 'doctor', exitCode, healthy: exitCode === 0, checks, repairs: last.repairs };
  writeChecks(session, options.format, checks, doctorText(session, { ...last, checks }), document);
  return exitCode;
}

/** Null: the answer at the prompt was no. */
async function fix({ terminal, settings, project }: Session, repairs: readonly string[]) {
  for (const sql of repairs) terminal.warn(`  ${sql}`);
  const question = `${count(repairs.length, 'statement')} would be run, each by itself.`;
  if (!settings.yes && !(await terminal.confirm(question, { hint: 'Nothing ran. Say --yes if this is meant.' }))) {
    return null;
  }
  return repairAll(project, repairs);
}

function doctorText({ terminal }: Session, { checks, repairs }: DoctorReport): string {
  const problems = checks.filter(({ state }) => state === 'problem').length;
  const list = checksText(checks, terminal.out);
  if (problems === 0) return `${list}\n\n${terminal.out.green('Nothing keeps migrations from running.')}`;
  const fixable = repairs.length === 0 ? '' : ` schema doctor --fix would run ${count(repairs.length, 'statement')}.`;
  return `${list}\n\n${terminal.out.red(`${count(problems, 'problem')}.`)}${fixable}`;
}
