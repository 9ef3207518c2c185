// `schema pull` on the command line: its options and its output.
import { type Command, Option } from 'commander';
import { oneLine } from '../../sql/shown.ts';
import { SPLITS, type Split } from '../../states/desired-layout.ts';
import { pull, pullSnapshot } from '../../workflows/pull.ts';
import { newCommand } from '../options.ts';
import { count } from '../progress.ts';
import { action, type Frame, invocation, type Session } from '../session.ts';

interface PullOptions {
  readonly split: Split;
  readonly force?: true;
  readonly environment?: true;
  readonly snapshot?: string;
}

/** `schema pull` */
export function addPull(program: Command, frame: Frame): Command {
  return newCommand(program, 'pull', 'Write desired files that say what the database is.', {
    summary: 'live database to desired files',
    examples: ['schema pull', 'schema pull --split schema --schema-dir db/schema', 'schema pull --force --environment'],
    exits: [0, 9, 10, 11, 64],
  })
    .addOption(new Option('--split <by>', 'files by object, schema, or one').choices([...SPLITS]).default('object'))
    .option('--force', 'replace the SQL files that are there')
    .option('--environment', 'also save what planning without a server needs to know of this one')
    .option('--snapshot <file>', 'write one file to compare with later (schema diff snapshot:FILE …), and no others')
    .action(action<PullOptions>(frame, program, run));
}

async function run(
  { project, settings, terminal }: Session,
  _: readonly string[],
  options: PullOptions,
): Promise<number> {
  if (options.snapshot !== undefined) {
    await pullSnapshot(project, options.snapshot);
    terminal.product(`Wrote ${options.snapshot}.`, { command: 'pull', exitCode: 0, snapshot: options.snapshot });
    return 0;
  }
  const environment = options.environment === true ? settings.profile : null;
  const result = await pull(project, { split: options.split, force: options.force === true, environment });
  const { files, unmanaged, differences, secrets, pending } = result;
  if (pending.length > 0) terminal.warn(pendingText(pending));
  if (secrets.length > 0) terminal.warn(`passwords stand in plain text in ${secrets.join(', ')}`);
  const exitCode = differences.length === 0 ? 0 : 10;
  const lines = [
    `Wrote ${count(files.length, 'file')} into ${project.schemaDir}.`,
    ...(environment === null ? [] : [`Wrote ${environment}.`]),
    ...(unmanaged.length === 0 ? [] : [`Not modeled, not in the files: ${unmanaged.map(oneLine).join(', ')}`]),
    differences.length === 0
      ? terminal.out.green(`They plan to nothing. Edit them, then run: ${invocation} plan NAME`)
      : `They do not bring everything back (on a server of the same version they may: --scratch postgres://…):\n${differences
          .map((text) => `  ${text}`)
          .join('\n')}`,
  ];
  const document = {
    command: 'pull',
    exitCode,
    files: files.map(({ path }) => path),
    unmanaged,
    differences,
    secrets,
    pending,
  };
  terminal.product(lines.join('\n'), document);
  return exitCode;
}

const SHOWN = 10;

const pendingText = (pending: readonly string[]): string =>
  `warning: ${count(pending.length, 'migration')} pending on this database, so that the files lack what they make: ` +
  `${pending.slice(0, SHOWN).join(', ')}${pending.length > SHOWN ? ', …' : ''}\n` +
  'The next plan would undo it. Run schema apply first, then pull again.';
