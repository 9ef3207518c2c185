// `schema status` on the command line: its options and its output.
import type { Command } from 'commander';
import { type MigrationState, type Status, type StatusEntry, status } from '../../workflows/status.ts';
import { newCommand } from '../options.ts';
import { count } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';
import type { Palette } from '../shown.ts';
import { table } from '../table.ts';
import { refuseNoMigrations } from '../working-folder.ts';

interface StatusOptions {
  readonly exitCode?: true;
  readonly to?: string;
  readonly state?: string;
  readonly ids?: true;
  readonly digest?: true;
}

/** `schema status` */
export function addStatus(program: Command, frame: Frame): Command {
  return newCommand(program, 'status', 'Where every migration stands, and the digest of what is pending.', {
    summary: 'where every migration stands',
    examples: ['schema status', 'schema status --exit-code --quiet', 'schema status --json --env production'],
    exits: [0, 2, 4, 11, 64],
  })
    .alias('info')
    .option('--to <version>', 'as if up to this version')
    .option('--state <states>', 'only those in these states, separated by commas')
    .option('--ids', 'print the versions only, separated by commas')
    .option('--digest', 'print the digest of what is pending, or an empty line')
    .option('--exit-code', 'exit 2 where something is pending, 4 where files changed or are missing')
    .action(action<StatusOptions>(frame, program, run));
}

async function run(session: Session, _words: readonly string[], options: StatusOptions): Promise<number> {
  const { project, terminal, settings } = session;
  refuseNoMigrations(settings);
  const found = await status(project, options.to);
  const exitCode = options.exitCode ? codeOf(found) : 0;
  const states = options.state?.split(',').map((state) => state.trim());
  const shown = { ...found, entries: found.entries.filter(({ state }) => states?.includes(state) ?? true) };
  const text = options.digest
    ? (found.pendingDigest ?? '')
    : options.ids
      ? shown.entries.map(({ version }) => version).join(',')
      : statusText(shown, terminal.out, terminal.columns.out);
  terminal.product(text, { command: 'status', exitCode, ...shown });
  return exitCode;
}

function codeOf({ entries, pending }: Status): number {
  if (entries.some((entry) => entry.state === 'changed' || entry.state === 'missing')) return 4;
  return pending > 0 ? 2 : 0;
}

function statusText(
  { entries, pending, pendingDigest, lockHolder }: Status,
  paint: Palette,
  columns: number | null,
): string {
  if (entries.length === 0) return pending === 0 ? 'There are no migrations yet.' : `${pending} pending.`;
  const head = ['VERSION', 'NAME', 'STATE', 'FINISHED', 'BY', 'UNDO'];
  const lines = [
    table(
      head,
      entries.map(cells),
      { head: paint.dim, cell: (text, column) => (column === 2 ? painted(text, paint) : text) },
      { column: 1, columns },
    ),
    '',
    pending === 0 ? 'Nothing is pending.' : `${pending} pending, digest ${pendingDigest}`,
  ];
  for (const entry of entries) if (entry.error !== null) lines.push(`${entry.path}: ${entry.error}`);
  if (lockHolder !== null) lines.push(`Running now: ${lockHolder.application} (pid ${lockHolder.pid})`);
  return lines.join('\n');
}

const cells = (entry: StatusEntry): string[] => [
  entry.version,
  entry.name,
  stateText(entry),
  entry.finishedAt?.replace('T', ' ').replace(/\.\d+Z$/, 'Z') ?? '',
  entry.appliedBy ?? '',
  entry.undoable ? 'yes' : 'no',
];

function stateText(entry: StatusEntry): string {
  const { state, statements, undoing } = entry;
  if (state === 'applied' && entry.origin !== null && entry.origin !== 'run') return `applied (${entry.origin})`;
  if (state !== 'failed' && state !== 'running') return state;
  const progress = statements === null ? '' : ` at ${count(statements.done, 'statement')} of ${statements.total}`;
  return `${undoing ? 'undo ' : ''}${state}${progress}`;
}

const GOOD: readonly MigrationState[] = ['applied'];
const BAD: readonly MigrationState[] = ['failed', 'changed', 'missing'];

function painted(text: string, paint: Palette): string {
  if (GOOD.some((state) => text.startsWith(state))) return paint.green(text);
  return BAD.some((state) => text.includes(state)) ? paint.red(text) : paint.yellow(text);
}
