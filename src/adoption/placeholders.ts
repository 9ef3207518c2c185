// Placeholders in imported files, for `schema import`: other tools replace ${name} by default, and the runner does not.

import { SchemaError } from '../errors.ts';
import { type MigrationFile, readMigration } from '../migrations/file.ts';
import { parseFileName } from '../migrations/names.ts';
import type { Placeholders } from '../migrations/placeholder-values.ts';
import { replacesPlaceholders } from '../migrations/placeholders.ts';

const SHOWN = 5;

/** Sentences for placeholders that the runner would leave as they are, or that have no value. */
export function placeholderNotes(files: readonly MigrationFile[], settings: Placeholders): readonly string[] {
  const found = files.flatMap(({ path, text }) => {
    const names = new Set([...text.matchAll(/\$\{([\w.:-]+)\}/g)].map(([, name = '']) => name));
    return [...names].map((name) => ({ path, name, replaced: isReplaced({ path, text }, settings) }));
  });
  const left = found.filter(({ replaced }) => replaced === false);
  const unknown = found.filter(({ replaced, name }) => replaced === true && !isKnown(name, settings));
  return [
    ...(left.length === 0
      ? []
      : [
          `placeholders are not replaced: ${list(left)}. To replace them, set "placeholderReplacement": true and their ` +
            'values under "placeholders" in the config file',
        ]),
    ...(unknown.length === 0
      ? []
      : [`placeholders without a value: ${list(unknown)}. Give them one under "placeholders" in the config file`]),
  ];
}

const list = (found: readonly { readonly path: string; readonly name: string }[]): string => {
  const shown = found.slice(0, SHOWN).map(({ path, name }) => `\${${name}} in ${path}`);
  return [...shown, ...(found.length > SHOWN ? [`and ${found.length - SHOWN} more`] : [])].join(', ');
};

/** Built-in names have values of their own. */
const isKnown = (name: string, { values }: Placeholders): boolean => /^(flyway|schema):/.test(name) || values.has(name);

/** Null for a file that is no migration. */
function isReplaced(file: MigrationFile, settings: Placeholders): boolean | null {
  if (parseFileName(file.path.slice(file.path.lastIndexOf('/') + 1)) === null) return null;
  try {
    const migration = readMigration(file);
    // The author has decided.
    return migration.directives.placeholders === false ? null : replacesPlaceholders(migration, settings);
  } catch (error) {
    if (error instanceof SchemaError) return null;
    throw error;
  }
}
