// The interface of one setting, for the table of settings, and the names of its flag and variable.

/** A value that a flag, a variable or the config file gives. */
export type SettingValue = string | boolean | readonly string[] | SettingMap;
/** Texts, or lists of texts, by name. */
export type SettingMap = { readonly [name: string]: string | readonly string[] };
/**
 * `duration` and `number` are texts; the config file may also have a number. `map`, `hooks` and `backup` are maps with
 * any names as keys, with events, and with the parts of a backup.
 */
export type SettingKind = 'text' | 'list' | 'switch' | 'duration' | 'number' | 'map' | 'hooks' | 'backup';

export type SettingGroup = 'Database' | 'Files' | 'Safety' | 'Output' | 'Run';

/** One setting. Its variable is `SCHEMA_` followed by the flag's name in capitals. */
export interface Setting {
  /** The flag's name in camelCase, which is the key in the config file. */
  readonly key: string;
  readonly kind: SettingKind;
  readonly group: SettingGroup;
  readonly short?: string;
  /** The placeholder for the flag's value in help. */
  readonly takes?: string;
  /** A few words, for help. */
  readonly about: string;
  /** A sentence, for editors of the config file. */
  readonly means: string;
  readonly fallback: SettingValue | null;
  readonly choices?: readonly string[];
  /** Not a key of the config file, since it locates the config file. */
  readonly outside?: true;
  /** An environment of the config file may have a value of its own. */
  readonly perEnvironment?: true;
  /**
   * The commands that have the flag; absent: all commands. Empty: only the config file and the variable give a value.
   */
  readonly only?: readonly string[];
  /** All commands have the flag, but only the help of `config show` lists it. */
  readonly rare?: true;
  /** The value of the flag where none is given. */
  readonly bare?: string;
  /** The flag also exists as `--no-…`; without either, the terminal decides. */
  readonly either?: true;
}

/** `schemaDir` -> `--schema-dir`. */
export const flagOf = (key: string): string => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `schemaDir` -> `SCHEMA_SCHEMA_DIR`. */
export const variableOf = (key: string): string =>
  `SCHEMA_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
