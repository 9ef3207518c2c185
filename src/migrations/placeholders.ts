// Placeholders, `${name}`, for the runner: off by default, because function bodies may contain the same characters.
import { SchemaError } from '../errors.ts';
import { nearest } from '../sql/nearest.ts';
import { locateIn, sourceOf } from '../sql/source.ts';
import { checksumsOf, type Migration } from './file.ts';
import { type MigrationPair, type MigrationSet, setOf } from './folder.ts';
import { isSecret, type Placeholders } from './placeholder-values.ts';

/** Whether a file's placeholders are replaced. In generated files they are not, except with the directive. */
export const replacesPlaceholders = ({ directives }: Migration, { everywhere }: Placeholders): boolean =>
  directives.placeholders ?? (everywhere && directives.plan === undefined);

/**
 * The migration as it runs. The checksum of a versioned one stays that of the file; that of a repeatable one is of
 * what runs, so that another value runs it again, but for secrets, whose names stand in the text that is hashed. Raises
 * `migration/invalid-file` for a name without a value.
 */
export function withPlaceholders(migration: Migration, placeholders: Placeholders): Migration {
  if (!replacesPlaceholders(migration, placeholders)) return migration;
  const text = replaced(migration, placeholders, () => true);
  const written = { text: migration.text, placeholders };
  if (migration.kind !== 'repeatable') return { ...migration, text, written };
  const hashed = replaced(migration, placeholders, (name) => !isSecret(name, placeholders));
  return { ...migration, text, written, ...checksumsOf(hashed) };
}

function replaced(migration: Migration, placeholders: Placeholders, replaces: (name: string) => boolean): string {
  return migration.text.replace(/\$\{([^{}\s]+)\}/g, (whole, name: string, at: number) => {
    const value = givenValue(name, migration, placeholders);
    if (value !== undefined) return replaces(name) ? value : whole;
    const near = nearest(name, [...placeholders.values.keys()]);
    throw new SchemaError('migration/invalid-file', `the placeholder \${${name}} has no value`, {
      location: locateIn(sourceOf(migration.path, migration.text), at),
      hint:
        (near === null ? '' : `Did you mean ${near}? `) +
        'Give it a value under "placeholders" in the config file, or turn them off: "-- schema:placeholders off".',
    });
  });
}

function givenValue(name: string, migration: Migration, { values }: Placeholders): string | undefined {
  const own = name.replace(/^flyway:/, 'schema:');
  return own === 'schema:filename' ? migration.path : (values.get(name) ?? values.get(own));
}

/** The set as it runs. */
export function resolveSet(set: MigrationSet, placeholders: Placeholders): MigrationSet {
  const resolve = (file: Migration): Migration => withPlaceholders(file, placeholders);
  const pairs = set.pairs.map(({ up, undo }): MigrationPair => {
    return undo === undefined ? { up: resolve(up) } : { up: resolve(up), undo: resolve(undo) };
  });
  return {
    ...setOf(pairs),
    repeatables: set.repeatables.map(resolve),
    baselines: set.baselines.map(resolve),
    callbacks: set.callbacks.map(resolve),
  };
}
