import type { Location } from '../errors.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';
import { WITHOUT_SCHEMA } from '../sql/objects.ts';
import { locateIn } from '../sql/source.ts';
import type { DesiredStatement } from './statements.ts';

/** Kinds whose identity reads `name ON relation`. */
const ON = new Set(['table constraint', 'trigger', 'policy', 'rule']);

/**
 * Where each object is defined, by PostgreSQL's type and identity: `table app.users`, `table column app.users.email`,
 * `table constraint users_pkey ON app.users`. Routines go without their arguments: `function app.f`. Best effort: names
 * that the server chooses are guessed by its usual rules. The first definition counts.
 */
export function originsOf(statements: readonly DesiredStatement[]): ReadonlyMap<string, Location> {
  const origins = new Map<string, Location>();
  for (const { definitions, session, source } of statements) {
    for (const { type, name, on, at } of definitions) {
      if (type === 'key' || type === 'partition') continue;
      const path = session.searchPath[0];
      const key = `${type} ${identity(type, name, on, path)}`;
      if (!origins.has(key)) origins.set(key, locateIn(source, at));
    }
  }
  return origins;
}

const mapped = (role: string): string => (role === 'PUBLIC' ? role : quoteIdentifier(role));

function identity(
  type: string,
  name: readonly string[],
  on: readonly string[] | undefined,
  schema: string | undefined,
): string {
  if (type === 'user mapping') return `FOR ${mapped(name[0] ?? '')} SERVER ${quoteIdentifier(name[1] ?? '')}`;
  if (WITHOUT_SCHEMA.has(type)) return quoteIdentifier(name.at(-1) ?? '');
  const qualify = (parts: readonly string[]) =>
    (parts.length === 1 && schema !== undefined ? [schema, ...parts] : parts).map(quoteIdentifier).join('.');
  if (on === undefined) return qualify(name);
  const own = quoteIdentifier(name.at(-1) ?? '');
  return ON.has(type) ? `${own} ON ${qualify(on)}` : `${qualify(on)}.${own}`;
}
