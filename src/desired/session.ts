// The settings that the SET statements of a file make, for reading the files.
import { foldedIdentifier, quoteIdentifier } from '../sql/identifiers.ts';
import { asList, asNode, asText, child, children, type Node, namesOf } from '../sql/node.ts';
import type { ParsedStatement } from '../sql/parser.ts';

/** The settings that the SET statements of a file have made before a statement. Each file starts with none. */
export interface SessionSettings {
  /** Values as set_config() takes them, by the setting's lower-case name. */
  readonly settings: ReadonlyMap<string, string>;
  /** The schemas in which PostgreSQL looks for unqualified names, without `$user`. */
  readonly searchPath: readonly string[];
}

/** The session at the start of each file. */
export const CLEAN_SESSION: SessionSettings = { settings: new Map(), searchPath: ['public'] };

/**
 * PostgreSQL's default. A role or database may have another search_path, which must not change the meaning of the
 * files.
 */
export const DEFAULT_SEARCH_PATH = '"$user", public';

/** Settings that change the objects that later statements create. */
const EFFECTIVE = new Set([
  'search_path',
  'check_function_bodies',
  'default_tablespace',
  'default_table_access_method',
  'default_toast_compression',
  'default_text_search_config',
  'xmloption',
  'timezone',
  'datestyle',
  'intervalstyle',
  'lc_monetary',
  'lc_numeric',
  'lc_time',
  'transform_null_equals',
  'array_nulls',
]);

/** Settings that dumps and scripts often set and that do not change the created objects. */
const HARMLESS = new Set([
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'idle_session_timeout',
  'transaction_timeout',
  'client_encoding',
  'client_min_messages',
  'row_security',
  'default_with_oids',
  'escape_string_warning',
  'bytea_output',
  'extra_float_digits',
  'quote_all_identifiers',
  'synchronous_commit',
  'maintenance_work_mem',
  'work_mem',
  'application_name',
  'log_statement',
  'log_min_messages',
  'default_transaction_read_only',
]);

/** Settings for the planning and execution of queries do not change the created objects. */
const OF_THE_PLANNER = /^(?:enable_|geqo|jit|parallel_|max_parallel_|cpu_|hash_mem|.*_cost$|.*_collapse_limit$)/;

/** The request of a SET, RESET or set_config(); `value` is null for the default. */
interface Setting {
  readonly name: string;
  readonly value: string | null;
  readonly path?: readonly string[];
}

/**
 * The reason for which a SET is refused, or the session after it; undefined for a statement that sets nothing.
 * `unlessPlain`: the setting has no effect if no ordinary string of the file holds a backslash, since the parser reads
 * strings in the standard way.
 */
export type AfterSet =
  | { readonly session: SessionSettings }
  | { readonly refused: string; readonly unlessPlain?: true }
  | undefined;

/** The session after a SET, a RESET or `SELECT set_config(…)`. */
export function sessionAfter(session: SessionSettings, statement: ParsedStatement): AfterSet {
  if (statement.type === 'SelectStmt') {
    const setting = configCall(statement.node);
    return setting === undefined ? undefined : apply(session, setting);
  }
  if (statement.type !== 'VariableSetStmt') return undefined;
  if (statement.node['kind'] === 'VAR_RESET_ALL') return { session: CLEAN_SESSION };
  const setting = variableSet(statement.node);
  return setting === undefined ? { refused: 'this form of SET' } : apply(session, setting);
}

function apply(session: SessionSettings, setting: Setting): AfterSet {
  const { name, value } = setting;
  if (HARMLESS.has(name) || OF_THE_PLANNER.test(name) || name.includes('.')) return { session };
  if (name === 'standard_conforming_strings') {
    const isStandard = value === null || /^(?:on|true|yes|1)$/i.test(value);
    return isStandard ? { session } : { refused: `SET ${name}`, unlessPlain: true };
  }
  if (!EFFECTIVE.has(name)) return { refused: `SET ${name}` };
  const settings = new Map(session.settings);
  if (value === null) settings.delete(name);
  else settings.set(name, value);
  const path = name === 'search_path' ? (setting.path ?? CLEAN_SESSION.searchPath) : session.searchPath;
  return { session: { settings, searchPath: path } };
}

function variableSet(node: Node): Setting | undefined {
  const name = asText(node['name']).toLowerCase();
  const kind = node['kind'];
  if (name === '') return undefined;
  if (kind === 'VAR_RESET' || kind === 'VAR_SET_DEFAULT') return { name, value: null };
  const values = asList(node['args']).map(constant);
  if (kind !== 'VAR_SET_VALUE' || values.includes(undefined)) return undefined;
  const texts = values.map((value) => value ?? '');
  if (name !== 'search_path') return { name, value: texts.join(', ') };
  return { name, value: texts.map(quoteIdentifier).join(', '), path: schemas(texts) };
}

/** `SELECT pg_catalog.set_config('search_path', '', false)`, as pg_dump writes it. */
function configCall(node: Node): Setting | undefined {
  const targets = children(node['targetList'], 'ResTarget');
  const call = child(targets[0]?.['val'], 'FuncCall');
  if (targets.length !== 1 || call === undefined || node['fromClause'] !== undefined) return undefined;
  const [first, second] = asList(call['args']).map(constant);
  if (namesOf(call['funcname']).at(-1) !== 'set_config' || first === undefined || second === undefined)
    return undefined;
  const name = first.toLowerCase();
  if (name !== 'search_path') return { name, value: second };
  const parts = second.match(/"(?:[^"]|"")*"|[^\s,]+/g) ?? [];
  return { name, value: second, path: schemas(parts.map(foldedIdentifier)) };
}

function schemas(names: readonly string[]): readonly string[] {
  return names.filter((name) => name !== '' && name !== '$user' && name !== 'pg_catalog');
}

/** The text of a constant: string, number or boolean. */
function constant(value: unknown): string | undefined {
  const node = child(value, 'A_Const');
  if (node === undefined) return undefined;
  const text = asNode(node['sval'])?.['sval'] ?? asNode(node['fval'])?.['fval'];
  if (typeof text === 'string') return text;
  // The parser's JSON omits zero, false and the empty string.
  if (node['sval'] !== undefined) return '';
  if (node['ival'] !== undefined) return String(asNode(node['ival'])?.['ival'] ?? 0);
  if (node['boolval'] !== undefined) return asNode(node['boolval'])?.['boolval'] === true ? 'on' : 'off';
  return undefined;
}
