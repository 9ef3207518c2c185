// The order in which desired statements load, from the names in the statements, for loading.
import { definedName } from '../sql/definitions.ts';
import { dropped, routineBody } from '../sql/references.ts';
import type { Reference, Words } from '../sql/words.ts';
import { definersByName, keysOf, keysToTry, type NameIndex, nameIndex } from './name-index.ts';
import type { DesiredStatement } from './statements.ts';

interface Walk {
  readonly words: Words;
  readonly statements: readonly DesiredStatement[];
  readonly definers: NameIndex;
  readonly drops: NameIndex;
  readonly sweepTargets: ReadonlyMap<string, readonly number[]>;
  readonly extensions: readonly number[];
  readonly state: Uint8Array;
  readonly ordered: DesiredStatement[];
}

const WAITING = 1;
const DONE = 2;

/**
 * Statements in an order in which they can be loaded, as far as names tell. Each statement keeps its place, unless an
 * object that it mentions is defined by none of the statements before it; then the statements that define the object
 * come first. So an input in a working order stays as it is. Retries find the dependencies that names do not tell.
 * Cycles keep the order of the input.
 */
export function orderStatements(statements: readonly DesiredStatement[], words: Words): readonly DesiredStatement[] {
  const walk: Walk = {
    words,
    statements,
    definers: definersByName(statements, words),
    drops: nameIndex(statements, (statement) => dropped(statement, words), words),
    sweepTargets: sweepTargets(statements, words),
    extensions: statements.flatMap((statement, at) => (statement.type === 'CreateExtensionStmt' ? [at] : [])),
    state: new Uint8Array(statements.length),
    ordered: [],
  };
  for (const at of defaultsAtTheHead(statements)) emit(walk, at);
  for (let at = 0; at < statements.length; at += 1) emit(walk, at);
  return walk.ordered;
}

/**
 * ALTER DEFAULT PRIVILEGES at the start of a file applies to the objects of all files, so that the names of the files
 * do not matter; elsewhere in a file it applies to the statements after it, as in a dump.
 */
function defaultsAtTheHead(statements: readonly DesiredStatement[]): readonly number[] {
  const begun = new Set<DesiredStatement['source']>();
  const found: number[] = [];
  for (const [at, { type, source }] of statements.entries()) {
    if (type === 'AlterDefaultPrivilegesStmt') {
      if (!begun.has(source)) found.push(at);
    } else if (type !== 'CreateSchemaStmt') begun.add(source);
  }
  return found;
}

/** A depth-first walk with an explicit stack: a chain of views may be longer than the call stack allows. */
function emit(walk: Walk, root: number): void {
  if (walk.state[root] !== 0) return;
  walk.state[root] = WAITING;
  const stack = [{ at: root, needs: prerequisites(walk, root), next: 0 }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const need = frame.needs[frame.next];
    frame.next += 1;
    if (need === undefined) {
      const statement = walk.statements[frame.at];
      if (statement !== undefined) walk.ordered.push(statement);
      walk.state[frame.at] = DONE;
      stack.pop();
    } else if (walk.state[need] === 0) {
      walk.state[need] = WAITING;
      stack.push({ at: need, needs: prerequisites(walk, need), next: 0 });
    }
  }
}

/** The statements that must come before the statement and have not come yet, in the order of the input. */
function prerequisites(walk: Walk, at: number): readonly number[] {
  const statement = walk.statements[at];
  if (statement === undefined) return [];
  const { hard, soft } = statement.references;
  // CREATE FUNCTION checks bodies in language sql; bodies in plpgsql are checked when the function runs.
  const checked = checksBody(statement) ? [...hard, ...soft] : hard;
  const needs = new Set<number>();
  for (const reference of checked) addDefiners(walk, at, statement, reference, needs);
  for (const reference of ofSession(statement)) addDefiners(walk, at, statement, reference, needs);
  for (const definition of statement.definitions) {
    // The schema of the defined object.
    const schema =
      definition.on?.length === 2 ? definition.on[0] : definition.name.length === 2 ? definition.name[0] : '';
    const reference: Reference = { namespace: 'schema', name: [schema ?? ''], own: 1 };
    if (schema !== undefined && schema !== '') addDefiners(walk, at, statement, reference, needs);
    addEarlierSameName(walk, at, statement, definedName(definition, walk.words), needs);
  }
  for (const reference of dropped(statement, walk.words))
    addEarlierSameName(walk, at, statement, reference, needs, walk.definers);
  return [...needs].filter((need) => need !== at).sort((one, other) => one - other);
}

/**
 * The objects that the settings of the file name. PostgreSQL ignores a missing schema of search_path without an error:
 * the next schema of the path would get the objects.
 */
function ofSession({ session }: DesiredStatement): readonly Reference[] {
  const method = session.settings.get('default_table_access_method');
  const schemas = session.searchPath.map((name): Reference => ({ namespace: 'schema', name: [name], own: 1 }));
  return method === undefined ? schemas : [...schemas, { namespace: 'access method', name: [method], own: 1 }];
}

function addDefiners(
  walk: Walk,
  at: number,
  statement: DesiredStatement,
  reference: Reference,
  needs: Set<number>,
): void {
  const { source, session } = statement;
  if (statement.references.sweeping || reference.namespace === 'partition') {
    for (const need of walk.sweepTargets.get(sweepKey(reference, session.searchPath, walk.words)) ?? []) {
      if (walk.statements[need]?.source !== source) needs.add(need);
    }
  }
  if (reference.namespace === 'partition') return;
  const key = keysToTry(reference, session.searchPath, walk.words).find((name) => walk.definers.has(name));
  const found = key === undefined ? [] : (walk.definers.get(key) ?? []);
  if (found.length === 0) {
    if (reference.namespace === 'type' || reference.namespace === 'operator class') addExtensions(walk, source, needs);
    return;
  }
  const isThere = found.some((definer) => definer === at || walk.state[definer] === DONE);
  if (!isThere) for (const definer of found) needs.add(definer);
}

/** A type that no desired file defines may come from an extension that another file creates. */
function addExtensions(walk: Walk, source: DesiredStatement['source'], needs: Set<number>): void {
  for (const extension of walk.extensions) if (walk.statements[extension]?.source !== source) needs.add(extension);
}

/**
 * `DROP … IF EXISTS` before a CREATE of the same name in the same file stays before it, also where the CREATE moves
 * forward.
 */
function addEarlierSameName(
  walk: Walk,
  at: number,
  statement: DesiredStatement,
  name: Reference,
  needs: Set<number>,
  among: NameIndex = walk.drops,
): void {
  for (const key of keysOf(name, statement.session.searchPath, walk.words)) {
    for (const other of among.get(key) ?? []) {
      if (other < at && walk.statements[other]?.source === statement.source) needs.add(other);
    }
  }
}

function checksBody(statement: DesiredStatement): boolean {
  const setting = statement.session.settings.get('check_function_bodies') ?? 'on';
  return routineBody(statement)?.language === 'sql' && !/^(?:off|false|no|0)$/i.test(setting);
}

/**
 * The statements that must come before a sweeping statement of another file: for a relation, all statements that add to
 * it (`SELECT *`, `LIKE`); for a schema, all statements that define objects in it (`ON ALL TABLES IN SCHEMA`).
 * Otherwise the names of the files would decide which objects are covered.
 */
function sweepTargets(statements: readonly DesiredStatement[], words: Words): ReadonlyMap<string, readonly number[]> {
  const targets = new Map<string, number[]>();
  const add = (key: string, at: number) => {
    const list = targets.get(key);
    if (list === undefined) targets.set(key, [at]);
    else if (list.at(-1) !== at) list.push(at);
  };
  statements.forEach(({ definitions, session }, at) => {
    for (const { type, name, on } of definitions) {
      const full = on ?? name;
      const schema = full.length > 1 ? full[0] : session.searchPath[0];
      const target = (namespace: string, of: readonly string[]) =>
        add(sweepKey({ namespace, name: of, own: 1 }, session.searchPath, words), at);
      if (on !== undefined) target('relation', on);
      else if (type === 'partition') target(type, name);
      else if (words.types.get(type)?.allInSchema === true) target('all', [schema ?? '']);
    }
  });
  return targets;
}

function sweepKey(reference: Reference, path: readonly string[], words: Words): string {
  return keysToTry(reference, path, words)[0] ?? '';
}
