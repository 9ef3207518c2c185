// `schema import` on the command line: its options and its output.
import { type Command, Option } from 'commander';
import { importHistory } from '../../workflows/import.ts';
import type { ImportResult } from '../../workflows/importing.ts';
import { newCommand } from '../options.ts';
import { count } from '../progress.ts';
import { action, type Frame, invocation, type Session } from '../session.ts';
import { nameTarget } from '../target.ts';

interface ImportOptions {
  readonly dir?: string;
  readonly table?: string;
  readonly changelog?: string;
  readonly mode?: 'convert' | 'baseline';
  readonly dryRun?: true;
  readonly acceptChanged?: true;
  readonly finalize?: true;
}

/** `schema import <tool>` */
export function addImport(program: Command, frame: Frame): Command {
  const about =
    'Take over the history and the files of flyway, liquibase, atlas, dbmate, goose, golang-migrate, ' +
    'node-pg-migrate, graphile-migrate, prisma, drizzle, sqitch, supabase or rails. Nothing runs.';
  return newCommand(program, 'import <tool>', about, {
    summary: "take over another tool's history",
    examples: [
      'schema import flyway --migrations-dir db/migration',
      'schema import liquibase --dir . --changelog db/changelog.xml --dry-run',
      'schema import prisma --dir prisma/migrations --finalize',
    ],
    exits: [0, 4, 7, 9, 10, 11, 64],
  })
    .option('--dir <dir>', "the tool's files; without files, --mode baseline")
    .option('--table <name>', 'its history, as schema.table, where it is not the usual one')
    .option('--changelog <file>', "Liquibase's first changelog, below --dir")
    .addOption(
      new Option('--mode <mode>', 'its files as V, U and R files, or one B file of the database').choices([
        'convert',
        'baseline',
      ]),
    )
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--accept-changed', 'take files as they are, also where they are not what ran')
    .option('--finalize', 'leave a comment on the old table')
    .action(action<ImportOptions>(frame, program, run));
}

async function run(session: Session, [tool = '']: readonly string[], options: ImportOptions): Promise<number> {
  const { project, terminal, settings, frame } = session;
  const { dryRun, acceptChanged, finalize, ...named } = options;
  if (!dryRun) nameTarget(session);
  // A signal waits for the end of the import: otherwise the row of Liquibase's lock would stay.
  frame.changing = true;
  const result = await importHistory(project, {
    ...named,
    tool,
    dryRun: dryRun === true,
    acceptChanged: acceptChanged === true,
    finalize: finalize === true,
  }).finally(() => {
    frame.changing = false;
  });
  for (const note of result.notes) terminal.note(note);
  const next =
    result.pending.length === 0 ? `Next: ${invocation} status` : `Next: ${invocation} status, then ${invocation} apply`;
  const lines = [...linesOf(result, settings.migrationsDir), ...(result.dryRun ? ['Nothing was written.'] : [next])];
  terminal.product(lines.join('\n'), { command: 'import', exitCode: 0, ...result });
  return 0;
}

function linesOf(result: ImportResult, folder: string): string[] {
  const { files, rows, known, pending, tags, dryRun } = result;
  const written = files.filter((file) => file.written);
  const would = dryRun ? 'would be ' : '';
  const nothing = rows.length === 0 && written.length === 0;
  return [
    ...(dryRun ? written.map(({ path }) => `+ ${folder}/${path}`) : []),
    ...(dryRun ? rows.map(({ key, at }) => `applied ${key}${at === null ? '' : `  ${at}`}`) : []),
    nothing
      ? `Nothing to import from ${result.table}: ${count(known, 'migration')} known already.`
      : `${count(rows.length, 'migration')} of ${result.table} ${would}taken over as applied, ` +
        `${count(written.length, 'file')} ${would}written into ${folder}.`,
    ...(tags.length === 0 ? [] : [`Tags: ${tags.join(', ')}.`]),
    ...(pending.length === 0 ? [] : [`Pending, as before: ${pending.join(', ')}.`]),
    ...(result.finalized ? [`${result.table} now says where its history goes on.`] : []),
  ];
}
