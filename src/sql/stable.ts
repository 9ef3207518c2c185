// Rewrites of SQL text that PostgreSQL would not read back unchanged, for the statements of plans.
import { tokens } from './lexer.ts';

/**
 * PostgreSQL does not read back every expression as it wrote it. `ARRAY[…]::text[]` pushes the cast into the elements
 * (transformArrayExpr), so the coercion that ruleutils prints for `varchar IN (…)` comes back in another shape. With
 * the array's own type spelled inside, text and tree agree.
 */
export function stableText(sql: string): string {
  return sql.replace(ARRAY_CAST, (whole, elements: string, type: string) => {
    const element = /::(character varying(?:\(\d+\))?|bpchar|name)(?=,|$)/.exec(elements)?.[1];
    return element === undefined || type === element ? whole : `(ARRAY[${elements}]::${element}[])::${type}[]`;
  });
}

const ARRAY_CAST = /\(ARRAY\[((?:'(?:[^']|'')*'|[^'[\]])*)\]\)::(text)\[\]/g;

/**
 * Carriage returns in constants, written as escapes: files of text lose them to whoever turns line ends around, and
 * a routine's body is a constant too.
 */
export function withEscapedReturns(sql: string): string {
  if (!sql.includes('\r')) return sql;
  let text = '';
  let at = 0;
  for (const { kind, start, end } of tokens(sql)) {
    const token = sql.slice(start, end);
    if (kind !== 'string' || !token.includes('\r')) continue;
    text += sql.slice(at, start).replaceAll('\r', '') + escapeString(token);
    at = end;
  }
  return text + sql.slice(at).replaceAll('\r', '');
}

function escapeString(token: string): string {
  const isEscaped = /^[eE]/.test(token);
  const tag = /^\$[^$]*\$/.exec(token)?.[0];
  const inside = tag === undefined ? token.slice(token.indexOf("'") + 1, -1) : token.slice(tag.length, -tag.length);
  const quoted = tag === undefined ? inside : inside.replaceAll("'", "''");
  return `E'${(isEscaped ? quoted : quoted.replaceAll('\\', '\\\\')).replaceAll('\r', '\\r')}'`;
}

/** What scratch's server prints and an older one can't read, where leaving it out says the same. */
export function forServer(sql: string, serverVersion: number): string {
  // XMLSERIALIZE … NO INDENT came with 16, and is what older ones do.
  return serverVersion >= 160000 ? sql : sql.replaceAll(/(\bXMLSERIALIZE\((?:[^()]|\([^()]*\))*?) NO INDENT\)/g, '$1)');
}
