// Which columns of the catalogs a query reads, told from its parse tree.
import { asList, asNode, asText, children, type Node, namesOf } from '#src/sql/node.js';
import { splitStatements } from '#src/sql/parser.js';

/** The columns of each relation of pg_catalog. */
export type CatalogTables = ReadonlyMap<string, ReadonlySet<string>>;

export interface Reads {
  /** `pg_class.relname` */
  readonly columns: ReadonlySet<string>;
  /** Names of the functions called, without pg_catalog. */
  readonly functions: ReadonlySet<string>;
}

/** One FROM clause: a relation of pg_catalog by its name, or null for what has columns of its own. */
interface Scope {
  readonly relations: Map<string, string | null>;
  readonly outer: Scope | null;
  readonly queries: ReadonlySet<string>;
}

interface Walk {
  readonly tables: CatalogTables;
  readonly columns: Set<string>;
  readonly functions: Set<string>;
}

/** A text that holds a query of its own is read as one: its holes are for values. */
const QUERY_IN_TEXT = /^SELECT .* FROM /s;

/** What a query mentions of the catalogs, wherever it stands in it. */
export function readsOf(sql: string, tables: CatalogTables): Reads {
  const walk: Walk = { tables, columns: new Set(), functions: new Set() };
  const nothing: Scope = { relations: new Map(), outer: null, queries: new Set() };
  for (const { type, node } of splitStatements(sql)) visitTyped(type, node, nothing, walk);
  return walk;
}

function visit(value: unknown, scope: Scope, walk: Walk): void {
  if (Array.isArray(value)) for (const item of value) visit(item, scope, walk);
  for (const [type, child] of Object.entries(asNode(value) ?? {})) {
    const node = asNode(child);
    if (node) visitTyped(type, node, scope, walk);
    else visit(child, scope, walk);
  }
}

function visitTyped(type: string, node: Node, scope: Scope, walk: Walk): void {
  if (type === 'SelectStmt' || type === 'larg' || type === 'rarg') select(node, scope, walk);
  else if (type === 'ColumnRef') mention(asList(node['fields']), scope, walk);
  else if (type === 'A_Const') text(node, walk);
  else if (type !== 'RangeVar' && type !== 'TypeCast') {
    if (type === 'FuncCall') walk.functions.add(namesOf(node['funcname']).at(-1) ?? '');
    visit(node, scope, walk);
  } else if (type === 'TypeCast') visit(node['arg'], scope, walk);
}

function select(node: Node, outer: Scope, walk: Walk): void {
  const ctes = children(asNode(node['withClause'])?.['ctes'], 'CommonTableExpr');
  const queries = new Set([...outer.queries, ...ctes.map((cte) => asText(cte['ctename']))]);
  const scope: Scope = { relations: new Map(), outer, queries };
  for (const item of asList(node['fromClause'])) enlist(item, scope, walk);
  for (const cte of ctes) visit(cte['ctequery'], { ...outer, queries }, walk);
  // What stands in FROM without LATERAL can't be told from what may: no alias here hides another of the outer query.
  const { withClause: _, ...parts } = node;
  visit(parts, scope, walk);
}

function enlist(item: unknown, scope: Scope, walk: Walk): void {
  const [type = '', child] = Object.entries(asNode(item) ?? {})[0] ?? [];
  const node = asNode(child) ?? {};
  if (type === 'JoinExpr') {
    enlist(node['larg'], scope, walk);
    enlist(node['rarg'], scope, walk);
    return;
  }
  const name = asText(node['relname']);
  const alias = asText(asNode(node['alias'])?.['aliasname']);
  if (type !== 'RangeVar' || scope.queries.has(name)) {
    scope.relations.set(alias === '' ? name : alias, null);
    return;
  }
  scope.relations.set(alias === '' ? name : alias, walk.tables.has(name) ? name : null);
}

/** `a.attname`, `attname`, `a.*`, or `a` for the whole row. */
function mention(fields: readonly unknown[], scope: Scope, walk: Walk): void {
  const names = namesOf(fields);
  const star = names.length < fields.length;
  const [first = '', second] = names;
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const table = at.relations.get(first);
    if (table === null) return;
    if (table !== undefined) {
      const all = [...(walk.tables.get(table) ?? [])];
      for (const name of second === undefined || star ? all : [second]) walk.columns.add(`${table}.${name}`);
      return;
    }
    if (names.length === 1 && mentionBare(first, at, walk)) return;
  }
}

/** Whether a name without a qualifier is settled by this FROM clause: a relation with columns of its own may have it. */
function mentionBare(name: string, { relations }: Scope, walk: Walk): boolean {
  const holders = [...relations.values()].filter((table) => table !== null && walk.tables.get(table)?.has(name));
  for (const table of holders) walk.columns.add(`${table}.${name}`);
  return holders.length > 0 || [...relations.values()].includes(null);
}

function text(node: Node, walk: Walk): void {
  const sql = asText(asNode(node['sval'])?.['sval']);
  if (!QUERY_IN_TEXT.test(sql)) return;
  const inner = readsOf(sql.replaceAll(/%[sIL]/g, '0'), walk.tables);
  for (const name of inner.columns) walk.columns.add(name);
}
