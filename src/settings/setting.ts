// One setting: what the table says of it, and what follows for its flag, its variable and its values.

/** A value that a flag, a variable or the config file gives. */
export type SettingValue = string | boolean | readonly string[] | SettingMap;
/** Texts, or lists of them, by name. */
export type SettingMap = { readonly [name: string]: string | readonly string[] };
/**
 * `duration` and `number` are texts in their forms; in the config file a number may also stand as one.
 * `map`, `hooks` and `backup` are maps: of any names, of events, and of the parts of a backup.
 */
export type SettingKind = 'text' | 'list' | 'switch' | 'duration' | 'number' | 'map' | 'hooks' | 'backup';

export type SettingGroup = 'Database' | 'Files' | 'Safety' | 'Output' | 'Run';

/** One option that every command has. Its variable is `SCHEMA_` and the flag in capitals. */
export interface Setting {
  /** The flag's name in camelCase: its key in the config file. */
  readonly key: string;
  readonly kind: SettingKind;
  readonly group: SettingGroup;
  readonly short?: string;
  /** What the flag takes, as help shows it. */
  readonly takes?: string;
  /** A few words, for help. */
  readonly about: string;
  /** A sentence, for editors of the config file. */
  readonly means: string;
  readonly fallback: SettingValue | null;
  readonly choices?: readonly string[];
  /** Not a key of the config file: it says where that file is. */
  readonly outside?: true;
  /** An environment of the config file may have its own. */
  readonly perEnvironment?: true;
  /** The commands that take it as a flag; absent: all of them. None: only the config file and the variable give it. */
  readonly only?: readonly string[];
  /** Only the help of `config show` has it: every command takes it. */
  readonly rare?: true;
  /** What the flag means without a value. */
  readonly bare?: string;
  /** There is a `--no-…` as well, and without either the terminal decides. */
  readonly either?: true;
}

/** `schemaDir` -> `--schema-dir`. */
export const flagOf = (key: string): string => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `schemaDir` -> `SCHEMA_SCHEMA_DIR`. */
export const variableOf = (key: string): string =>
  `SCHEMA_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
