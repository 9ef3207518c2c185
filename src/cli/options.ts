// Options of the commands, made from the table of settings, and their help.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { flagOf, type Setting, type SettingValue, variableOf } from '../settings/setting.ts';
import { SETTINGS } from '../settings/settings-table.ts';
import { columnsOf } from './terminal.ts';
import { wrapped } from './width.ts';

/** Exit codes and their meanings, for help. */
const EXITS: Readonly<Record<number, string>> = {
  0: 'done',
  2: 'differences or pending',
  3: 'drift',
  4: 'validation failed',
  5: 'a migration failed, nothing changed',
  6: 'failed part-way',
  7: 'lock not obtained',
  8: 'lint findings',
  9: 'refused',
  10: 'verification failed',
  11: 'no connection or permission',
  12: 'some targets failed',
  64: 'usage or config',
  65: 'a desired file',
  130: 'interrupted',
};

export interface CommandHelp extends HelpEnd {
  /** The description in the list of commands. */
  readonly summary: string;
}

interface HelpEnd {
  readonly examples: readonly string[];
  readonly exits: readonly number[];
}

/** The command whose help lists every setting with its value. */
const SHOWS_ALL = 'show';

/** The settings in the help of the program itself. */
const OF_THE_PROGRAM = new Set(['url', 'env', 'schemaDir']);

/** Adds settings as options of a command: those of all commands, and those of some commands only. */
export function addSettings(command: Command): void {
  for (const setting of SETTINGS) {
    if (setting.only !== undefined && !setting.only.includes(command.name())) continue;
    const shown = command.parent === null ? OF_THE_PROGRAM.has(setting.key) : setting.rare !== true;
    const hidden = !shown && command.name() !== SHOWS_ALL;
    for (const option of optionsOf(setting)) command.addOption(hidden ? option.hideHelp() : option);
  }
}

function optionsOf(setting: Setting): Option[] {
  const group = `${setting.group}:`;
  const short = setting.short === undefined ? '' : `-${setting.short}, `;
  const [open, close] = setting.bare === undefined ? ['<', '>'] : ['[', ']'];
  const takes = setting.takes === undefined ? '' : ` ${open}${setting.takes}${close}`;
  const flags = `${short}${flagOf(setting.key)}${takes}`;
  const option = new Option(flags, `${setting.about} ${note(setting)}`).helpGroup(group);
  // An option that is given more than once has all its values.
  if (setting.kind === 'list') option.argParser((value: string, earlier: unknown) => [...asList(earlier), value]);
  if (setting.bare !== undefined) option.preset(setting.bare);
  if (!setting.either) return [option];
  return [option, new Option(`--no-${setting.key}`).helpGroup(group).hideHelp()];
}

const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** `[SCHEMA_SCHEMA_DIR=schema]`: the environment variable, and the default where there is one. */
function note({ key, fallback, either }: Setting): string {
  const variable = key === 'url' ? 'SCHEMA_DATABASE_URL' : variableOf(key);
  const shown = typeof fallback === 'string' ? `=${fallback}` : '';
  return `${either ? `(--no-${key}) ` : ''}[${variable}${shown}]`;
}

/** The settings on the command line, by their keys. */
export function givenSettings(program: Command, command: Command): ReadonlyMap<string, SettingValue> {
  const given = new Map<string, SettingValue>();
  for (const setting of SETTINGS) {
    // Commander stores --no-input as `input: false`, and stores `input: true` where the option is absent.
    const negated = setting.key === 'noInput';
    const name = negated ? 'input' : setting.key;
    const owner = setting.only === undefined ? program : command;
    if (owner.getOptionValueSource(name) !== 'cli') continue;
    const value: unknown = owner.getOptionValue(name);
    if (negated) given.set(setting.key, true);
    else if (typeof value === 'string' || typeof value === 'boolean') given.set(setting.key, value);
    else if (Array.isArray(value)) given.set(setting.key, value.map(String));
  }
  return given;
}

/** The text after the options in help. */
export function helpEnd({ examples, exits }: HelpEnd): string {
  const columns = Math.min(columnsOf(process.stdout) ?? WIDEST, WIDEST);
  const codes = exits.map((code) => `${code} ${EXITS[code] ?? ''}`).join(', ');
  const notes = [
    'In brackets: variable=default. Flag > variable > config file > default.',
    'More settings of every command: schema config show --help',
  ];
  return `
${notes.map((note) => wrapped(note, columns)).join('\n')}

Examples:
${examples.map((example) => `  ${example}`).join('\n')}

Exit codes: ${wrapped(codes, columns, 12)}`;
}

/** Lines of help are not longer, however wide the terminal is. */
const WIDEST = 80;

/** A command whose help has its own options first and the settings after them. */
export function newCommand(parent: Command, usage: string, about: string, help: CommandHelp): Command {
  return parent
    .command(usage)
    .summary(help.summary)
    .description(about)
    .allowExcessArguments(false)
    .addHelpText('after', helpEnd(help));
}

/** A parser for commander: the number that an option takes. */
export function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number.');
}
