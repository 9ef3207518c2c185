// `schema new` on the command line: its options and its output.
import { type Command, Option } from 'commander';
import { defined } from '../../defined.ts';
import { newMigration } from '../../workflows/new.ts';
import { newCommand } from '../options.ts';
import { action, type Frame, invocation, type Session } from '../session.ts';

interface NewOptions {
  readonly type?: 'versioned' | 'undo' | 'repeatable' | 'baseline';
  readonly version?: string;
  readonly dml?: true;
  readonly ddl?: true;
  readonly routine?: true;
}

/** `schema new <name>` */
export function addNew(program: Command, frame: Frame): Command {
  return newCommand(program, 'new <name>', 'Write a V and a U file to fill in by hand, with the next version.', {
    summary: 'a migration to write by hand',
    examples: ['schema new backfill_phone --dml', 'schema new move_orders', 'schema new audit_trail --routine'],
    exits: [0, 4, 64],
  })
    .addOption(new Option('--dml', 'rows: into dml/').conflicts(['ddl', 'routine']))
    .addOption(new Option('--ddl', 'objects: into ddl/ (default)').conflicts(['dml', 'routine']))
    .addOption(new Option('--routine', 'functions and procedures: into routines/').conflicts(['dml', 'ddl']))
    .addOption(
      new Option('--type <type>', 'what kind of file').choices(['versioned', 'undo', 'repeatable', 'baseline']),
    )
    .option('--version <version>', 'in place of the next one')
    .action(action<NewOptions>(frame, program, run));
}

async function run(session: Session, [name = '']: readonly string[], options: NewOptions): Promise<number> {
  const { project, settings, terminal } = session;
  const folder = options.dml ? 'dml' : options.routine ? 'routines' : 'ddl';
  const version = defined({ version: options.version });
  const files = await newMigration(project, { name, folder, type: options.type ?? 'versioned', ...version });
  const paths = files.map((file) => `${settings.migrationsDir}/${file.path}`);
  const next = `Write their SQL, then run: ${invocation} validate --update-sum`;
  terminal.product([...paths, '', next].join('\n'), { command: 'new', exitCode: 0, files: paths });
  return 0;
}
