// Which repeatable migrations need which others, by the names in their statements, as for desired files.
import { SchemaError } from '../errors.ts';
import { WORDS } from '../kinds/words.ts';
import type { Migration } from '../migrations/file.ts';
import { orderRepeatables } from '../migrations/repeatable-order.ts';
import { type MigrationStatement, splitMigration } from '../migrations/segments.ts';
import { definedName, definitions } from '../sql/definitions.ts';
import { references } from '../sql/references.ts';
import type { Reference } from '../sql/words.ts';

/** The repeatable migrations in the order in which they run. Needs `loadParser`. */
export function inOrderOfNeeds(files: readonly Migration[]): readonly Migration[] {
  if (files.length < 2) return orderRepeatables(files);
  const read = files.map((file) => ({ file, ...namesOf(file) }));
  return orderRepeatables(files, (file) => {
    const own = read.find((one) => one.file === file);
    return read
      .filter((other) => other !== own && other.defined.some((name) => own?.mentioned.some((at) => isSame(name, at))))
      .map((other) => other.file.name);
  });
}

function namesOf(file: Migration) {
  const statements = statementsOf(file);
  return {
    defined: statements.flatMap(({ parsed }) => definitions(parsed, WORDS).map((one) => definedName(one, WORDS))),
    mentioned: statements.flatMap(({ parsed }) => {
      const { hard, soft } = references(parsed, WORDS);
      return [...hard, ...soft];
    }),
  };
}

/** A file that does not parse, for example for its placeholders, has no names here; its error is that of the run. */
function statementsOf(file: Migration): readonly MigrationStatement[] {
  try {
    return splitMigration(file).segments.flatMap(({ statements }) => statements);
  } catch (error) {
    if (error instanceof SchemaError) return [];
    throw error;
  }
}

/** A name without a schema can be in any schema. The name of a relation is also that of a type. */
function isSame(defined: Reference, mentioned: Reference): boolean {
  const namespaces = defined.namespace === 'relation' ? ['relation', 'type'] : [defined.namespace];
  if (!namespaces.includes(mentioned.namespace)) return false;
  const parts = Math.min(defined.name.length, mentioned.name.length);
  return defined.name.slice(-parts).join('\0') === mentioned.name.slice(-parts).join('\0');
}
