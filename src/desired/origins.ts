// The place of each object's definition in the files, for errors and hazards of a plan.
import type { Location } from '../errors.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';
import { locateIn } from '../sql/source.ts';
import type { TypeWords, Words } from '../sql/words.ts';
import type { DesiredStatement } from './statements.ts';

/**
 * The place of each object's definition, by PostgreSQL's type and identity: `table app.users`,
 * `table column app.users.email`, `table constraint users_pkey ON app.users`. Routines have no arguments here:
 * `function app.f`. Best effort: names that the server chooses are guessed by its usual rules. The first definition
 * counts.
 */
export function originsOf(statements: readonly DesiredStatement[], words: Words): ReadonlyMap<string, Location> {
  const origins = new Map<string, Location>();
  for (const { definitions, session, source } of statements) {
    for (const { type, name, on, at } of definitions) {
      if (type === 'key' || type === 'partition') continue;
      const path = session.searchPath[0];
      const key = `${type} ${identity(words.types.get(type), name, on, path)}`;
      if (!origins.has(key)) origins.set(key, locateIn(source, at));
    }
  }
  return origins;
}

function identity(
  type: TypeWords | undefined,
  name: readonly string[],
  on: readonly string[] | undefined,
  schema: string | undefined,
): string {
  if (type?.identity !== undefined) return type.identity(name);
  if (type?.within === 'database') return quoteIdentifier(name.at(-1) ?? '');
  const qualify = (parts: readonly string[]) =>
    (parts.length === 1 && schema !== undefined ? [schema, ...parts] : parts).map(quoteIdentifier).join('.');
  if (on === undefined) return qualify(name);
  const own = quoteIdentifier(name.at(-1) ?? '');
  return type?.within === 'relation' && !type.dotted ? `${own} ON ${qualify(on)}` : `${qualify(on)}.${own}`;
}
