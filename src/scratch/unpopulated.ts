// Queries that would fill relations, left out where statements run in scratch: it has no rows of the user, a query may
// never end, and on a server it would call the user's functions with the rights of scratch.
import { SchemaError } from '../errors.ts';
import { qualifiedName, quoteLiteral } from '../sql/identifiers.ts';
import { nameOf, tokens } from '../sql/lexer.ts';
import { asNode, rangeName } from '../sql/node.ts';
import { type ParsedStatement, splitStatements } from '../sql/parser.ts';

/** A fast check, so that few scripts are parsed. */
const MENTIONED = /\bmaterialized\b/i;

/** The script of a plan, which fills materialized views only. */
export function unpopulatedScript(sql: string): string {
  if (!MENTIONED.test(sql)) return sql;
  try {
    return splitStatements(sql).map(unpopulated).join(';\n');
  } catch (error) {
    // The server that runs it reports the syntax error.
    if (error instanceof SchemaError) return sql;
    throw error;
  }
}

/**
 * CREATE MATERIALIZED VIEW and CREATE TABLE AS get WITH NO DATA, which only adds text after the query. The catalog then
 * shows what the statement says: a materialized view that would have rows counts as populated. REFRESH only sets that.
 */
export function unpopulated({ type, node, text }: ParsedStatement): string {
  if (type === 'RefreshMatViewStmt' && node['skipData'] !== true) return populated(rangeName(node['relation']));
  const into = asNode(node['into']);
  if (type !== 'CreateTableAsStmt' || into === undefined || into['skipData'] === true) return text;
  const empty = withNoData(text);
  return node['objtype'] === 'OBJECT_MATVIEW' ? `${empty};\n${populated(rangeName(into['rel']))}` : empty;
}

function withNoData(text: string): string {
  const words = [...tokens(text)].filter(({ kind }) => kind !== 'comment').slice(-2);
  const [last, data] = words.map((token) => (token.kind === 'word' ? nameOf(text, token) : ''));
  const at = words[1]?.start;
  // A comment may be the end of the text.
  return last === 'with' && data === 'data' && at !== undefined
    ? `${text.slice(0, at)}NO ${text.slice(at)}`
    : `${text}\nWITH NO DATA`;
}

/** Only a superuser may write catalogs; the functions of any other role can do no harm to a server. */
function populated(name: readonly string[]): string {
  const relation = qualifiedName(name.length > 1 ? (name[0] ?? null) : null, name.at(-1) ?? '');
  return `DO ${quoteLiteral(`BEGIN IF pg_catalog.current_setting('is_superuser') = 'on' THEN
    UPDATE pg_catalog.pg_class SET relispopulated = true WHERE oid = ${quoteLiteral(relation)}::pg_catalog.regclass;
  ELSE REFRESH MATERIALIZED VIEW ${relation}; END IF; END`)}`;
}
