// `schema locks` on the command line: its options and its output.
import type { Command } from 'commander';
import { SchemaError } from '../../errors.ts';
import type { LockReport, LockSession } from '../../health/lock-sessions.ts';
import { locks, releaseLock } from '../../workflows/locks.ts';
import { newCommand } from '../options.ts';
import { sqlLine } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';
import { nameTarget } from '../target.ts';

interface LocksOptions {
  readonly release?: true;
  readonly force?: true;
  readonly reason?: string;
}

/** `schema locks` */
export function addLocks(program: Command, frame: Frame): Command {
  return newCommand(program, 'locks', 'Who has the migration lock, since when, and who waits for whom.', {
    summary: 'who has the migration lock',
    examples: ['schema locks', 'schema locks --json', 'schema locks --release --force --reason "runner was lost"'],
    exits: [0, 7, 9, 11, 64],
  })
    .option('--release', 'say what would free the lock; with --force, do it')
    .option('--force', 'end the session that has it: what it had open is rolled back')
    .option('--reason <text>', 'why, for the events of the history; --force needs it')
    .action(action<LocksOptions>(frame, program, run));
}

async function run(session: Session, _: readonly string[], options: LocksOptions): Promise<number> {
  const { terminal, project } = session;
  if (options.force) return release(session, options);
  const found = await locks(project);
  const hint = options.release && found.holder !== null ? `\n\n${releaseHint(found.holder)}` : '';
  terminal.product(`${reportText(found)}${hint}`, { command: 'locks', exitCode: 0, ...found });
  return 0;
}

async function release(session: Session, options: LocksOptions): Promise<number> {
  const { terminal, project, settings } = session;
  if (!options.release || options.reason === undefined || options.reason.trim() === '') {
    throw new SchemaError('usage/invalid', '--force ends a session: it goes with --release and --reason', {
      hint: 'schema locks --release --force --reason "why"',
    });
  }
  nameTarget(session);
  if (settings.protectedBy !== null && !settings.yes) {
    const question = `This is the database of the environment ${settings.protectedBy}, which is protected.`;
    if (!(await terminal.confirm(question, { hint: 'Nothing was ended. Say --yes if this is meant.' }))) return 9;
  }
  const ended = await releaseLock(project, { reason: options.reason });
  const text = ended === null ? 'Nobody has the migration lock.' : `Ended ${sessionText(ended)}. The lock is free.`;
  terminal.product(text, { command: 'locks', exitCode: 0, released: ended });
  return 0;
}

const releaseHint = ({ pid }: LockSession): string =>
  `The lock goes when pid ${pid} ends. If it is lost: schema locks --release --force --reason "…"`;

function reportText({ holder, blockedBy, blocking, waiting }: LockReport): string {
  if (holder === null) return 'Nobody has the migration lock.';
  const lines = [`The migration lock is held by ${sessionText(holder)}`, ...statementLine(holder)];
  const add = (title: string, sessions: readonly LockSession[]): void => {
    if (sessions.length === 0) return;
    lines.push(title, ...sessions.flatMap((one) => [`  ${sessionText(one)}`, ...statementLine(one)]));
  };
  add('It waits for locks of:', blockedBy);
  add('Waiting for its locks:', blocking);
  add('Waiting for the migration lock:', waiting);
  return lines.join('\n');
}

const sessionText = ({ pid, application, user, address, state, connectedSince }: LockSession): string =>
  [
    `pid ${pid}`,
    application === '' ? '' : `(${application})`,
    user === '' ? '' : `of ${user}`,
    address === null ? '' : `from ${address}`,
    state === null ? '' : `, ${state}`,
    connectedSince === null ? '' : `, connected since ${connectedSince}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll(' ,', ',');

const statementLine = ({ statement, statementSince, state }: LockSession): readonly string[] =>
  statement === null
    ? []
    : [`    ${state === 'active' ? 'runs' : 'ran'} since ${statementSince}: ${sqlLine(statement)}`];
