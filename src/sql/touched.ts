// The names of the objects that statements create, change, drop, read or write, for judging late migrations.
import { definedName, definitions } from './definitions.ts';
import type { ParsedStatement } from './parser.ts';
import { dropped, references } from './references.ts';
import type { Reference, Words } from './words.ts';

export interface Touched {
  /** Dotted names of relations, types, routines and other objects, as PostgreSQL stores them. */
  readonly names: ReadonlySet<string>;
  /** A statement whose text does not tell its effect: DO, CALL, EXECUTE. */
  readonly opaque: ParsedStatement | null;
}

const OPAQUE = new Set(['DoStmt', 'CallStmt', 'ExecuteStmt', 'PrepareStmt']);

/**
 * The objects that any of the statements touches. An object on a relation, such as a trigger, counts as the relation.
 */
export function touched(statements: readonly ParsedStatement[], words: Words): Touched {
  const names = new Set<string>();
  for (const statement of statements) {
    const { hard, soft } = references(statement, words);
    const defined = definitions(statement, words).map((definition) => definedName(definition, words));
    const all = [...defined, ...hard, ...soft, ...dropped(statement, words)];
    for (const reference of all) if (!isBuiltIn(reference)) names.add(objectName(reference));
  }
  return { names, opaque: statements.find(({ type }) => OPAQUE.has(type)) ?? null };
}

const objectName = ({ name, own }: Reference): string => (own === 2 ? name.slice(0, -1) : name).join('.');

const isBuiltIn = ({ name }: Reference): boolean => name[0] === 'pg_catalog' || name[0] === 'information_schema';

/** Whether two dotted names can be the same object: a name without a schema can be in any schema. */
export function sameName(left: string, right: string): boolean {
  if (left === right) return true;
  const [a, b] = [left.split('.'), right.split('.')];
  return (a.length === 1 || b.length === 1) && a.at(-1) === b.at(-1);
}
