// `schema diff` on the command line: its options and its output.
import type { Command } from 'commander';
import { scriptOf } from '../../migrations/script.ts';
import { planDocument } from '../../proof/plan-document.ts';
import { oneLine } from '../../sql/shown.ts';
import { parseSource } from '../../states/sources.ts';
import { diffSources } from '../../workflows/diff.ts';
import { newCommand } from '../options.ts';
import { count } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';

interface DiffOptions {
  readonly exitCode?: true;
}

/** `schema diff <before> <after>` */
export function addDiff(program: Command, frame: Frame): Command {
  const about =
    'Print the SQL that turns one state into another. A state is postgres://…, pglite://DIR, env:NAME, dir:FOLDER, ' +
    'snapshot:FILE, migrations or empty.';
  return newCommand(program, 'diff <before> <after>', about, {
    summary: 'SQL that turns one state into another',
    examples: [
      'schema diff env:staging env:production',
      'schema diff migrations dir:schema',
      'schema diff empty dir:schema',
    ],
    exits: [0, 2, 9, 11, 64, 65],
  })
    .option('--exit-code', 'exit 2 where there is a difference')
    .action(action<DiffOptions>(frame, program, run));
}

async function run(session: Session, words: readonly string[], options: DiffOptions): Promise<number> {
  const { project, settings, terminal } = session;
  const [before, after] = words.map((word) => parseSource(word, settings.urlOf));
  if (before === undefined || after === undefined) return 64;
  const pair = await diffSources(project, before, after);
  const exitCode = options.exitCode && pair !== null ? 2 : 0;
  const sql = pair === null ? '' : scriptOf(pair.up);
  const plan = pair === null ? null : planDocument(pair);
  terminal.note(plan === null ? 'No difference.' : `${count(plan.statements.length, 'statement')}.`);
  for (const notice of plan?.notices ?? []) terminal.note(`note: ${oneLine(notice)}`);
  if (pair !== null && pair.up.unmanaged.length > 0) {
    terminal.note(`Not modeled, left unchanged: ${pair.up.unmanaged.map(oneLine).join(', ')}`);
  }
  terminal.product(
    { sql },
    {
      command: 'diff',
      exitCode,
      different: pair !== null,
      sql,
      plan,
      unmanaged: pair?.up.unmanaged ?? [],
    },
  );
  return exitCode;
}
