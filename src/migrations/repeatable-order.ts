// The order of repeatable migrations: by name, except that what a file needs runs before it. For the folder.
import { SchemaError } from '../errors.ts';
import type { Migration } from './file.ts';

/** The names (`views` of R__views.sql) of the files that a file needs. */
export type Needs = (file: Migration) => readonly string[];

/**
 * Orders the files so that each comes after those that it needs. A cycle among what was found in their texts has no
 * order, and the names decide there; `declared` needs are an order that somebody wants, so that their cycle is an error.
 */
export function orderRepeatables(files: readonly Migration[], found: Needs = () => []): readonly Migration[] {
  const byName = new Map([...files].sort((a, b) => (a.name < b.name ? -1 : 1)).map((file) => [file.name, file]));
  const ordered: Migration[] = [];
  const done = new Set<string>();
  const visit = (file: Migration, path: readonly string[]): void => {
    if (done.has(file.name)) return;
    const within = [...path, file.name];
    for (const name of file.directives.requiresRepeatables) {
      const need = byName.get(name);
      if (need === undefined) throw missing(file, name);
      if (within.includes(name)) throw cycle(file, within.slice(within.indexOf(name)));
      visit(need, within);
    }
    for (const name of found(file)) {
      const need = byName.get(name);
      if (need !== undefined && !within.includes(name)) visit(need, within);
    }
    if (done.has(file.name)) return;
    done.add(file.name);
    ordered.push(file);
  };
  for (const file of byName.values()) visit(file, []);
  return ordered;
}

const missing = ({ path }: Migration, name: string): SchemaError =>
  new SchemaError('migration/requires', `${path} requires R__${name}, and there is no such file`, {
    hint: 'Correct the name in its directive schema:requires, or restore the file.',
  });

const cycle = ({ path }: Migration, names: readonly string[]): SchemaError =>
  new SchemaError(
    'migration/requires',
    `${path} requires itself, by way of ${names.map((n) => `R__${n}`).join(', ')}`,
    {
      hint: 'Remove one of the directives schema:requires, or put the files together.',
    },
  );
