// `schema tag` on the command line: its options and its output.
import type { Command } from 'commander';
import { listTags, removeTag, addTag as setTag } from '../../workflows/tag.ts';
import { newCommand } from '../options.ts';
import { action, type Frame, type Session } from '../session.ts';
import { table } from '../table.ts';
import { nameTarget } from '../target.ts';

interface TagOptions {
  readonly exists?: true;
  readonly delete?: true;
}

/** `schema tag [name]` */
export function addTag(program: Command, frame: Frame): Command {
  return newCommand(
    program,
    'tag [name]',
    'Name the newest applied version, for undo --to-tag. Without a name: list the tags.',
    {
      summary: 'name the state of a database',
      examples: ['schema tag v1.4', 'schema tag', 'schema tag v1.4 --exists'],
      exits: [0, 2, 7, 11, 64],
    },
  )
    .option('--exists', 'only ask: 0 if there is such a tag, else 2')
    .option('--delete', 'take the tag away')
    .action(action<TagOptions>(frame, program, run));
}

async function run(session: Session, [name]: readonly string[], options: TagOptions): Promise<number> {
  const { project, terminal } = session;
  const say = (text: string, exitCode: number, more: object = {}): number => {
    terminal.product(text, { command: 'tag', exitCode, ...more });
    return exitCode;
  };
  if (name === undefined) {
    const tags = await listTags(project);
    const rows = tags.map((tag) => [tag.name, tag.version ?? '-', tag.at, tag.by]);
    const paint = { head: terminal.out.dim, cell: (cell: string) => cell };
    return say(tags.length === 0 ? 'There are no tags.' : table(['TAG', 'VERSION', 'SET', 'BY'], rows, paint), 0, {
      tags,
    });
  }
  if (options.exists) {
    const there = (await listTags(project)).some((tag) => tag.name === name);
    return say(there ? `There is a tag ${name}.` : `There is no tag ${name}.`, there ? 0 : 2, { name, exists: there });
  }
  nameTarget(session);
  if (options.delete) {
    const gone = await removeTag(project, name);
    return say(gone ? `The tag ${name} is gone.` : `There is no tag ${name}.`, gone ? 0 : 2, { name, deleted: gone });
  }
  const tag = await setTag(project, name);
  return say(
    terminal.out.green(`${name} stands for ${tag.version === null ? 'the empty history' : `V${tag.version}`}.`),
    0,
    { tag },
  );
}
