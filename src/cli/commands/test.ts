// `schema test` on the command line: its options and its output.
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { defined } from '../../defined.ts';
import { type Check, testClean } from '../../rehearsal/rehearse.ts';
import { testRollback } from '../../rehearsal/rehearse-rollback.ts';
import { type Observation, testVolume, type VolumeReport } from '../../rehearsal/rehearse-volume.ts';
import { millisecondsOf, rowsOf } from '../../settings/quantities.ts';
import { type CheckFormat, checksText, formatOption, writeChecks } from '../checks-text.ts';
import { newCommand, wholeNumber } from '../options.ts';
import { count, msText, sqlLine } from '../progress.ts';
import { runChanging } from '../run-text.ts';
import { action, type Frame, type Session } from '../session.ts';
import type { Palette } from '../shown.ts';
import { table } from '../table.ts';

interface TestOptions {
  readonly on?: string;
  readonly last?: number;
  readonly rows: string;
  readonly tables?: readonly string[];
  readonly maxBlock?: string;
  readonly format: CheckFormat;
}

const ABOUT =
  'Rehearse migrations on a database to throw away: on an empty one (clean), up, down and up again (rollback), on ' +
  'generated rows (volume). Without a word: clean and rollback.';

/** `schema test` */
export function addTest(program: Command, frame: Frame): Command {
  return newCommand(program, 'test', ABOUT, {
    summary: 'rehearse migrations',
    examples: [
      'schema test --format junit > test.xml',
      'schema test rollback --last 3',
      'schema test volume --rows 1M --on postgres://localhost/postgres --max-block 2s',
    ],
    exits: [0, 4, 10, 11, 64, 65],
  })
    .addArgument(new Argument('[what]').choices(['clean', 'rollback', 'volume']))
    .option('--on <url>', 'a server, on which a database is made and dropped (default: --scratch, or PGlite)')
    .option('--last <number>', 'the newest plans only, this many (volume: what is pending)', wholeNumber)
    .option('--rows <number>', 'volume: rows for each table, such as 10k or 1M', '10k')
    .option('--tables <names>', 'volume: only these get so many', names)
    .option('--max-block <duration>', 'volume: fail where readers or writers are locked out for longer')
    .addOption(formatOption())
    .action(action<TestOptions>(frame, program, run));
}

function names(text: string): readonly string[] {
  const list = text.split(',').map((name) => name.trim());
  if (list.every((name) => name !== '')) return list;
  throw new InvalidArgumentError('It takes names of tables, separated by commas.');
}

async function run(session: Session, [what]: readonly string[], options: TestOptions): Promise<number> {
  const { project } = session;
  const server = options.on !== undefined || project.scratch !== null;
  const work = (signal?: AbortSignal) => rehearse(session, what, options, signal);
  // A signal waits until a test database on a server is dropped.
  const { checks, volume } = server ? await runChanging(session, ({ signal }) => work(signal)) : await work();
  const exitCode = checks.some(({ state }) => state === 'problem') ? 10 : 0;
  const document = {
    command: 'test',
    exitCode,
    what: what ?? 'clean, rollback',
    checks,
    ...(volume ? { volume } : {}),
  };
  writeChecks(session, options.format, checks, testText(session, checks, volume), document);
  return exitCode;
}

async function rehearse(
  { project }: Session,
  what: string | undefined,
  options: TestOptions,
  signal: AbortSignal | undefined,
): Promise<{ readonly checks: readonly Check[]; readonly volume: VolumeReport | null }> {
  const place = { on: options.on ?? null, signal };
  const last = defined({ last: options.last });
  if (what === 'volume') {
    const volume = await testVolume(project, {
      ...place,
      ...last,
      rows: rowsOf(options.rows, '--rows'),
      ...defined({ tables: options.tables }),
      ...(options.maxBlock === undefined ? {} : { maxBlockMs: millisecondsOf(options.maxBlock, '--max-block') }),
    });
    return { checks: volume.checks, volume };
  }
  const clean = what === 'rollback' ? [] : await testClean(project, place);
  const rollback = what === 'clean' ? [] : await testRollback(project, { ...place, ...last });
  return { checks: [...clean, ...rollback], volume: null };
}

function testText({ terminal }: Session, checks: readonly Check[], volume: VolumeReport | null): string {
  const paint = terminal.out;
  const problems = checks.filter(({ state }) => state === 'problem').length;
  const end =
    problems === 0 ? paint.green(`${count(checks.length, 'check')}, no problem.`) : count(problems, 'problem');
  const watched = volume === null || volume.statements.length === 0 ? '' : `${volumeText(volume, paint)}\n\n`;
  return `${watched}${checksText(checks, paint)}\n\n${problems === 0 ? end : paint.red(`${end}.`)}`;
}

const HEAD = ['FILE', 'LINE', 'TIME', 'LOCK', 'HELD', 'READERS WAIT', 'REWRITES', 'STATEMENT'];

function volumeText({ filled, fillMs, place, statements }: VolumeReport, paint: Palette): string {
  const rows = filled.reduce((sum, one) => sum + one.rows, 0);
  const head = `${rows} rows in ${count(filled.filter((one) => one.rows > 0).length, 'filled table')} on ${place}, made in ${msText(fillMs)}`;
  return [head, table(HEAD, statements.map(cells), { head: paint.dim, cell: (text) => text })].join('\n');
}

const cells = ({ path, line, ms, lock, heldMs, readersMs, rewritten, sql }: Observation): readonly string[] => [
  path,
  String(line),
  msText(ms),
  lock === null ? '-' : `${lock.mode.replace(/Lock$/, '')} ${lock.table}`,
  heldMs === null ? '-' : msText(heldMs),
  readersMs === null ? '-' : msText(readersMs),
  rewritten.join(', ') || '-',
  sqlLine(sql, 60),
];
