// The folder that a command works in: that of --cwd, or the project around it, as git finds its repository. For
// session.ts.
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { SchemaError } from '../errors.ts';
import { findConfigFile } from '../settings/config-file.ts';
import type { Settings } from '../settings/settings.ts';
import { SETTINGS } from '../settings/settings-table.ts';

export function changeDirectory(folder: unknown): void {
  if (typeof folder !== 'string' || folder === '') return;
  try {
    process.chdir(folder);
  } catch (cause) {
    throw new SchemaError('usage/invalid', `cannot work in folder ${folder}`, {
      detail: cause instanceof Error ? cause.message : undefined,
      hint: 'Correct --cwd.',
      cause,
    });
  }
}

/**
 * Goes to the project that the working directory belongs to: itself, or the nearest folder above it that is a project.
 * Returns the path from there to the former working directory; empty where that is the project, or where there is none.
 */
export async function enterProject(): Promise<string> {
  const start = process.cwd();
  if (DEFAULT_FOLDERS.some((folder) => existsSync(join(start, folder)))) return '';
  for (let folder = start; ; folder = dirname(folder)) {
    if (
      existsSync(join(folder, MIGRATIONS, 'schema.sum')) ||
      (await findConfigFile(relative(start, folder) || '.')) !== null
    ) {
      process.chdir(folder);
      return relative(folder, start);
    }
    if (dirname(folder) === folder) return '';
  }
}

const fallbackOf = (key: string): string => String(SETTINGS.find((setting) => setting.key === key)?.fallback);
const MIGRATIONS = fallbackOf('migrationsDir');
/** A folder with one of these is a project, also without a config file. */
const DEFAULT_FOLDERS = [MIGRATIONS, fallbackOf('schemaDir')];

/** Makes the paths among the options relative to the project: the user gave them from `below`. */
export function movePaths(commands: Iterable<Command>, below: string): void {
  for (const command of commands) {
    for (const option of command.options) {
      const name = option.attributeName();
      const value: unknown = command.getOptionValue(name);
      if (command.getOptionValueSource(name) !== 'cli' || typeof value !== 'string') continue;
      if (/<(dir|file)>/.test(option.flags)) command.setOptionValueWithSource(name, join(below, value), 'cli');
      if (/<url>/.test(option.flags)) command.setOptionValueWithSource(name, moved(value, below), 'cli');
    }
  }
}

/** A word that names a folder or a file by a prefix: `dir:schema`, `snapshot:a.json`, `pglite://db`. */
export const moved = (word: string, below: string): string =>
  word.replace(/^(dir:|snapshot:|pglite:\/\/)(.+)$/is, (_, prefix: string, path: string) => {
    const here = relative(process.cwd(), resolve(below, path));
    return `${prefix}${here === '' ? '.' : here}`;
  });

/**
 * Raises `usage/invalid` where there is no project, or where a flag or a variable names a folder of migrations that does
 * not exist: a run of no migrations would look like a success.
 */
export function refuseNoMigrations({ migrationsDir, schemaDir, configFile, resolved }: Settings): void {
  if (existsSync(migrationsDir)) return;
  const from = resolved.find(({ key }) => key === 'migrationsDir')?.from ?? '';
  if (/^(--|SCHEMA_)/.test(from)) {
    throw new SchemaError('usage/invalid', `the folder ${migrationsDir} (${from}) does not exist`, {
      hint: `Correct ${from}: it is the folder of the migrations, relative to the project.`,
    });
  }
  if (existsSync(schemaDir)) return;
  const config = configFile === null ? 'no config file, ' : '';
  throw new SchemaError('usage/invalid', `${process.cwd()} is no project`, {
    detail: `It has ${config}no folder ${migrationsDir} and no folder ${schemaDir}, and no folder above it is one.`,
    hint: 'Change to the folder of the project, name it with --cwd, or create a project here: schema init',
  });
}
