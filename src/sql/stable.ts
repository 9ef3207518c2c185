// Rewrites of SQL text that PostgreSQL reads back unchanged, for the statements of plans.
import { tokens } from './lexer.ts';

/**
 * Writes the type of an array within its cast. PostgreSQL does not read back every expression as ruleutils.c prints it:
 * for `ARRAY[…]::text[]`, transformArrayExpr() moves the cast to the elements, so that the coercion printed for
 * `varchar IN (…)` comes back as another expression. With `ARRAY[…]::varchar[]` inside, the parse tree stays the same.
 */
export function stableText(sql: string): string {
  return sql.replace(ARRAY_CAST, (whole, elements: string, type: string) => {
    const element = /::(character varying(?:\(\d+\))?|bpchar|name)(?=,|$)/.exec(elements)?.[1];
    return element === undefined || type === element ? whole : `(ARRAY[${elements}]::${element}[])::${type}[]`;
  });
}

const ARRAY_CAST = /\(ARRAY\[((?:'(?:[^']|'')*'|[^'[\]])*)\]\)::(text)\[\]/g;

/**
 * Writes the type of such an array around it, as for a database that was never restored from a dump: a restore, which
 * reads what ruleutils.c printed, leaves `ARRAY[('a'::varchar)::text, …]` for `(ARRAY['a'::varchar, …])::text[]`.
 */
export function unrestoredText(sql: string): string {
  if (!sql.includes('ARRAY[(')) return sql;
  return sql.replace(CAST_ELEMENTS, (whole, elements: string) => {
    const parts = [...elements.matchAll(CAST_ELEMENT)];
    const types = new Set(parts.map(([, , type]) => type));
    return types.size === 1 ? `(ARRAY[${parts.map(([, value]) => value).join(', ')}])::text[]` : whole;
  });
}

const ELEMENT = String.raw`\(('(?:[^']|'')*'::(character varying(?:\(\d+\))?|bpchar|name))\)::text`;
const CAST_ELEMENT = new RegExp(ELEMENT, 'g');
const CAST_ELEMENTS = new RegExp(String.raw`ARRAY\[(${ELEMENT}(?:, ${ELEMENT})*)\]`, 'g');

/**
 * Writes the carriage returns in constants as escapes: tools that convert line ends, such as git, remove them from text
 * files. The body of a routine is a constant, too.
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

/**
 * The statement without syntax that scratch's server prints and an older server can't parse, where the meaning stays
 * the same.
 */
export function forServer(sql: string, serverVersion: number): string {
  // XMLSERIALIZE … NO INDENT is new in 16; older servers do not indent.
  return serverVersion >= 160000 ? sql : sql.replaceAll(/(\bXMLSERIALIZE\((?:[^()]|\([^()]*\))*?) NO INDENT\)/g, '$1)');
}
