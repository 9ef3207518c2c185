// The names in the string bodies of routines, for the order in which desired statements load.
import { nameOf, type Token, tokens } from './lexer.ts';
import { referenceTo } from './objects.ts';
import type { Reference } from './words.ts';

/**
 * The names that the string body of a routine may refer to. pg_depend has no rows for a string body, so the names are a
 * guess from the words: a dotted name before a parenthesis may be a routine, any other dotted name a relation or a
 * type. The caller looks the names up among the objects that exist.
 */
export function bodyReferences(body: string, language: string): readonly Reference[] {
  if (!/^(?:sql|plpgsql)$/.test(language)) return [];
  const found = new Map<string, Reference>();
  const add = (namespace: string, name: readonly string[]): void => {
    if (name[0] === 'pg_catalog') return;
    found.set(`${namespace} ${name.join('\0')}`, referenceTo(namespace, name));
  };
  for (const { name, isCall } of dottedNames(body)) {
    if (isCall) add('routine', name);
    // `INSERT INTO app.users (…)` looks like a function call.
    for (const namespace of ['relation', 'type']) add(namespace, name);
    // table.column%TYPE, alias.column: the last part may be a column, not an object.
    if (name.length > 1 && !isCall) for (const namespace of ['relation', 'type']) add(namespace, name.slice(0, -1));
  }
  return [...found.values()];
}

interface Dotted {
  readonly name: readonly string[];
  readonly isCall: boolean;
}

function dottedNames(body: string): readonly Dotted[] {
  const list = [...tokens(body)].filter((token) => token.kind !== 'comment');
  const symbol = (token: Token | undefined) => (token?.kind === 'symbol' ? body.charAt(token.start) : '');
  const isName = (token: Token | undefined) => token?.kind === 'word' || token?.kind === 'quoted name';
  const found: Dotted[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const first = list[at];
    if (first === undefined || !isName(first)) continue;
    const name = [nameOf(body, first)];
    for (
      let next = list[at + 2];
      symbol(list[at + 1]) === '.' && next !== undefined && isName(next);
      next = list[at + 2]
    ) {
      name.push(nameOf(body, next));
      at += 2;
    }
    found.push({ name, isCall: symbol(list[at + 1]) === '(' });
  }
  return found;
}
