// `schema history` on the command line: its options and its output.
import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { oneLine } from '../../sql/shown.ts';
import { type HistoryEvent, type HistoryReport, type HistoryRow, readHistoryReport } from '../../workflows/history.ts';
import { newCommand } from '../options.ts';
import { msText } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';
import { table } from '../table.ts';

interface HistoryOptions {
  readonly events?: true;
  readonly deployment?: string;
  readonly csv?: true;
}

/** `schema history` */
export function addHistory(program: Command, frame: Frame): Command {
  return newCommand(
    program,
    'history',
    'What ran on the database, in the order in which it ran: who, when, how long, from which commit.',
    {
      summary: 'what ran, when, by whom',
      examples: ['schema history', 'schema history --events', 'schema history --csv > history.csv'],
      exits: [0, 11, 64],
    },
  )
    .option('--events', 'every event: attempts, undos, repairs, tags')
    .option('--deployment <id>', 'only what one apply brought')
    .option('--csv', 'as comma-separated values')
    .action(action<HistoryOptions>(frame, program, run));
}

async function run({ project, terminal }: Session, _: readonly string[], options: HistoryOptions): Promise<number> {
  const report = filtered(await readHistoryReport(project), options.deployment);
  const [head, rows] = options.events
    ? [EVENT_HEAD, report.events.map(eventCells)]
    : [ROW_HEAD, report.migrations.map(rowCells)];
  const paint = { head: terminal.out.dim, cell: (cell: string) => cell };
  const empty = rows.length === 0 && !options.csv;
  const csv = () => ({ escaped: stringify([head, ...rows.map((cells) => cells.map(oneLine))]) });
  const text = empty
    ? 'Nothing has run.'
    : options.csv
      ? csv()
      : table(head, rows, paint, { column: options.events ? 4 : 1, columns: terminal.columns.out });
  terminal.product(text, { command: 'history', exitCode: 0, ...report });
  return 0;
}

const filtered = (report: HistoryReport, deployment: string | undefined): HistoryReport =>
  deployment === undefined
    ? report
    : { ...report, migrations: report.migrations.filter((row) => row.deploymentId?.startsWith(deployment)) };

const ROW_HEAD = ['VERSION', 'NAME', 'STATE', 'STARTED', 'TOOK', 'BY', 'COMMIT', 'DEPLOYMENT'];

const rowCells = (row: HistoryRow): string[] => [
  row.key,
  row.name,
  row.origin === 'run' ? row.state : `${row.state} (${row.origin})`,
  row.startedAt,
  row.executionMs === null ? '' : msText(row.executionMs),
  row.appliedRole === null || row.appliedRole === row.appliedBy
    ? row.appliedBy
    : `${row.appliedBy} as ${row.appliedRole}`,
  row.gitCommit?.slice(0, 9) ?? '',
  row.deploymentId?.slice(0, 8) ?? '',
];

const EVENT_HEAD = ['AT', 'EVENT', 'VERSION', 'BY', 'DETAILS'];

/** The event of an undo contains its SQL; the terminal shows one line of it. */
const eventCells = ({ at, event, version, by, details }: HistoryEvent): string[] => [
  at,
  event,
  version ?? '',
  by,
  Object.entries(details)
    .filter(([name, value]) => name !== 'sql' && value !== null)
    .map(([name, value]) => `${name}=${String(value).split('\n')[0]}`)
    .join(' '),
];
