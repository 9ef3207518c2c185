// `schema completion`: the words that a shell offers while a person types a command.
// The script of a shell is a few lines that call the program, so the words always match the version of the program and
// the folder.
import { SchemaError } from '../errors.ts';
import { readMigrations } from '../migrations/folder.ts';
import { readFolder } from '../migrations-folder/read-folder.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# schema completion bash: add to ~/.bashrc
#   source <(schema completion bash)
_schema() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do COMPREPLY+=("$line"); done \\
    < <(schema complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _schema schema`,
  zsh: `#compdef schema
# schema completion zsh: add to ~/.zshrc, after compinit
#   source <(schema completion zsh)
_schema() {
  local -a offered
  offered=("\${(@f)$(schema complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if (( \${#offered[1]} )); then compadd -- "\${offered[@]}"; else _files; fi
}
compdef _schema schema`,
  fish: `# schema completion fish: save as ~/.config/fish/completions/schema.fish
complete -c schema -a '(schema complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'`,
};

/** The script for a shell, which the shell reads at its start. */
export const completionScript = (shell: Shell): string => SCRIPTS[shell];

/** An option of the program. */
export interface OptionShape {
  /** `--env`, `-c`. */
  readonly flags: readonly string[];
  readonly takesValue: boolean;
  readonly choices: readonly string[];
  /** Known, but not offered. */
  readonly hidden: boolean;
}

export interface CommandShape {
  readonly names: readonly string[];
  readonly options: readonly OptionShape[];
  /** The values of the command's first argument. */
  readonly words: readonly string[];
  readonly commands: readonly CommandShape[];
}

/** The values of options that depend on the project. */
export interface KnownValues {
  readonly environments: readonly string[];
  /** The versions in the folder, the newest first. */
  readonly versions: () => Promise<readonly string[]>;
}

/** The options whose value is a version of the folder. */
const VERSIONS: readonly string[] = ['--to', '--only', '--version', '--from'];

/**
 * The words that may replace the last of the typed words, which may be empty. Empty for a file or a text: then the
 * shell offers files.
 */
export async function completions(
  words: readonly string[],
  program: CommandShape,
  known: KnownValues,
): Promise<readonly string[]> {
  const typed = words.at(-1) ?? '';
  const { command, places, expecting } = readWords(words.slice(0, -1), program);
  if (expecting !== null) return startingWith(typed, await valuesOf(expecting, known));
  if (typed.startsWith('-')) {
    const flags = command.options.filter(({ hidden }) => !hidden).flatMap((option) => option.flags);
    return startingWith(typed, flags.filter((flag) => flag.startsWith('--')).sort());
  }
  const commands = command.commands.flatMap(({ names }) => names);
  return startingWith(typed, places === 0 ? [...commands, ...command.words] : []);
}

interface Position {
  readonly command: CommandShape;
  /** The number of arguments so far. */
  readonly places: number;
  /** The option whose value comes next. */
  readonly expecting: OptionShape | null;
}

function readWords(words: readonly string[], program: CommandShape): Position {
  let position: Position = { command: program, places: 0, expecting: null };
  for (const word of words) {
    const { command, places, expecting } = position;
    const option = command.options.find(({ flags }) => flags.includes(word));
    const sub = command.commands.find(({ names }) => names.includes(word));
    if (expecting !== null) position = { command, places, expecting: null };
    else if (option !== undefined) position = { command, places, expecting: option.takesValue ? option : null };
    else if (sub !== undefined && places === 0) position = { command: sub, places: 0, expecting: null };
    else if (!word.startsWith('-')) position = { command, places: places + 1, expecting: null };
  }
  return position;
}

async function valuesOf({ flags, choices }: OptionShape, { environments, versions }: KnownValues) {
  if (choices.length > 0) return choices;
  if (flags.includes('--env')) return environments;
  return flags.some((flag) => VERSIONS.includes(flag)) ? versions() : [];
}

const startingWith = (typed: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => word.startsWith(typed));

/** The versions in a folder, the newest first; none where the folder can't be read. */
export async function versionsIn(folder: string): Promise<readonly string[]> {
  try {
    const { files } = await readFolder(folder);
    return readMigrations(files)
      .pairs.map(({ up }) => up.version)
      .reverse();
  } catch (error) {
    if (error instanceof SchemaError) return [];
    throw error;
  }
}
