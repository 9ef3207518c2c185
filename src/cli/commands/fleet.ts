// `schema fleet` on the command line: its options and its output.
import { type Command, Option } from 'commander';
import { defined } from '../../defined.ts';
import { SchemaError } from '../../errors.ts';
import { oneLine } from '../../sql/shown.ts';
import { type FleetReport, fleetApply, fleetStatus, type TargetResult } from '../../workflows/fleet.ts';
import { newCommand, wholeNumber } from '../options.ts';
import { count, msText } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';
import { table } from '../table.ts';
import { nameTarget } from '../target.ts';

interface FleetOptions {
  readonly targets?: string;
  readonly schemasLike?: string;
  readonly query?: string;
  readonly only?: string;
  readonly parallel: number;
  readonly onError: 'continue' | 'stop';
  readonly exitCode?: true;
}

/** `schema fleet apply|status` */
export function addFleet(program: Command, frame: Frame): Command {
  return newCommand(
    program,
    'fleet <what>',
    'The same migrations on many databases, or on many schemas of one: apply or status.',
    {
      summary: 'many databases or tenant schemas',
      examples: [
        'schema fleet status --targets tenants.txt',
        "schema fleet apply --schemas-like 'tenant_%' --parallel 8",
        "schema fleet apply --query 'SELECT id, url FROM tenants'",
      ],
      exits: [0, 2, 9, 11, 12, 64],
    },
  )
    .option('--targets <file>', 'lines: URL, "id URL", or JSON with id, url, schema')
    .option('--schemas-like <pattern>', 'schemas of the database, as LIKE has it')
    .option('--query <sql>', 'a query on it, with columns id, url and schema')
    .option('--only <ids>', 'only these, separated by commas')
    .option('--parallel <number>', 'at a time', wholeNumber, 4)
    .addOption(new Option('--on-error <what>', 'where one fails').choices(['continue', 'stop']).default('continue'))
    .option('--exit-code', 'of status: exit 2 where something is pending')
    .action(action<FleetOptions>(frame, program, run));
}

async function run(session: Session, [what = '']: readonly string[], options: FleetOptions): Promise<number> {
  if (what !== 'apply' && what !== 'status') {
    throw new SchemaError('usage/invalid', `fleet can apply or status, not ${JSON.stringify(what)}`);
  }
  refuseProtected(session, what);
  // Targets from a file have URLs of their own.
  if (what === 'apply' && options.targets === undefined) nameTarget(session);
  const request = requestOf(session, options);
  const report = await (what === 'apply' ? fleetApply : fleetStatus)(session.project, request);
  const exitCode = codeOf(report, options);
  session.terminal.product(reportText(session, report), { command: `fleet ${what}`, exitCode, ...report });
  return exitCode;
}

/** A digest stands for one database, so it can't approve a run on many. */
function refuseProtected({ settings }: Session, what: string): void {
  if (settings.protectedBy === null || what === 'status') return;
  throw new SchemaError('runner/approval', `the environment ${settings.protectedBy} is protected`, {
    hint: 'Apply to its databases one by one: schema apply --url URL --approve DIGEST',
  });
}

function requestOf({ terminal, frame }: Session, options: FleetOptions) {
  const { targets, schemasLike, query, only, parallel, onError } = options;
  return {
    source: {
      ...defined({ file: targets, schemas: schemasLike, query }),
    },
    ...defined({ only: only?.split(',') }),
    parallel,
    onError,
    signal: frame.abort.signal,
    onTarget: (result: TargetResult) => {
      terminal.event({ event: 'target', ...result });
      terminal.note(lineOf(result));
    },
  };
}

const lineOf = ({ id, state, error, ms }: TargetResult): string =>
  oneLine(`${id}: ${state}${error === null ? '' : `: ${error.message}`}${ms === 0 ? '' : ` (${msText(ms)})`}`);

function codeOf({ results }: FleetReport, { exitCode }: FleetOptions): number {
  if (results.some(({ state }) => state === 'failed' || state === 'not run')) return 12;
  return exitCode && results.some(({ state }) => state === 'pending') ? 2 : 0;
}

/** The number of databases in each state, and the failures grouped by their message. */
function reportText({ terminal }: Session, { results }: FleetReport): string {
  const states = [...new Set(results.map(({ state }) => state))];
  const rows = states.map((state) => [state, String(results.filter((one) => one.state === state).length)]);
  const causes = new Map<string, string[]>();
  for (const { id, error } of results) {
    if (error === null) continue;
    const cause = oneLine(`${error.sqlstate ?? error.code}: ${error.message}`);
    causes.set(cause, [...(causes.get(cause) ?? []), id]);
  }
  const paint = { head: terminal.out.dim, cell: (cell: string) => cell };
  const lines = [table(['STATE', 'TARGETS'], rows, paint)];
  for (const [cause, ids] of causes) {
    const some = ids.slice(0, 10).join(', ');
    const more = ids.length > 10 ? ` and ${count(ids.length - 10, 'other')}` : '';
    lines.push('', `${cause}`, `  ${some}${more}`);
  }
  if (causes.size > 0) lines.push('', 'The others are as they should be. Run the same command again to go on.');
  return lines.join('\n');
}
