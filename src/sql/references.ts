// The objects that a statement mentions or drops, for the rooms that read statements.
import { bodyReferences } from './bodies.ts';
import { foldedIdentifier } from './identifiers.ts';
import { asList, asNode, asText, child, children, type Node, namesOf, rangeName } from './node.ts';
import { objectReference, referenceTo } from './objects.ts';
import { type ParsedStatement, splitStatements } from './parser.ts';
import { mentionsObject, mentionsWord, onlyParent } from './statement-words.ts';
import { keyName, PRIMARY } from './table-elements.ts';
import type { Reference, StatementWords, Words } from './words.ts';

/**
 * The objects that a statement mentions. Objects in `hard` must exist for the statement to run; objects in `soft` come
 * from the body of a routine.
 */
export interface References {
  readonly hard: readonly Reference[];
  readonly soft: readonly Reference[];
  readonly roles: readonly string[];
  /**
   * The result depends on all columns or objects of the relations and schemas that the statement mentions: `SELECT *`,
   * `LIKE`, `ON ALL TABLES IN SCHEMA`.
   */
  readonly sweeping: boolean;
}

interface Collector {
  readonly found: Map<string, Reference>;
  readonly roles: Set<string>;
  /** The names of WITH queries, which hide relations of the same name. */
  readonly queries: Set<string>;
  sweeping: boolean;
}

/**
 * The objects that a statement mentions, found by one walk of the parse tree, which knows few types of nodes. The
 * result is only a hint for the order of statements: a missing reference costs a retry, a wrong one matches no
 * definition.
 */
export function references(statement: ParsedStatement, words: Words): References {
  const { type, node } = statement;
  const into: Collector = { found: new Map(), roles: new Set(), queries: new Set(), sweeping: false };
  const ofKind = words.statements.get(type);
  if (type !== 'DropStmt' && ofKind?.drops === undefined) {
    walk(node, into);
    into.sweeping ||= isOfWholeSchema(node);
    for (const reference of (ofKind?.mentions ?? SHARED[type])?.(node, words) ?? []) add(into, reference);
  }
  if (type === 'CreateFunctionStmt') {
    for (const parameter of children(node['parameters'], 'FunctionParameter')) walk(parameter, into);
  }
  const hard = [...into.found.values()].filter(
    (item) => !(item.namespace === 'relation' && item.name.length === 1 && into.queries.has(item.name[0] ?? '')),
  );
  return { hard, soft: softReferences(statement, words), roles: [...into.roles], sweeping: into.sweeping };
}

/** The objects that a DROP statement names. */
export function dropped({ type, node }: ParsedStatement, words: Words): readonly Reference[] {
  if (type !== 'DropStmt') return words.statements.get(type)?.drops?.(node) ?? [];
  const objectType = asText(node['removeType']);
  return asList(node['objects']).flatMap((object) => objectReference(words, objectType, object) ?? []);
}

/** The language and body of a CREATE FUNCTION or DO, where the body is a string. */
export function routineBody(
  statement: ParsedStatement,
): { readonly language: string; readonly body: string } | undefined {
  const isDo = statement.type === 'DoStmt';
  if (!isDo && statement.type !== 'CreateFunctionStmt') return undefined;
  const options = children(statement.node[isDo ? 'args' : 'options'], 'DefElem');
  const argument = (name: string) => options.find((option) => option['defname'] === name)?.['arg'];
  const [body] = namesOf(argument('as'));
  const [language] = namesOf(argument('language'));
  return body === undefined ? undefined : { language: (language ?? 'plpgsql').toLowerCase(), body };
}

function softReferences(statement: ParsedStatement, words: Words): readonly Reference[] {
  const routine = routineBody(statement);
  if (routine === undefined) return [];
  return referencesOfBody(routine.body, routine.language, words);
}

/**
 * The objects that the string body of a routine refers to: exact names for language sql, whose bodies parse; a guess
 * from the words for plpgsql; none for other languages.
 */
function referencesOfBody(body: string, language: string, words: Words): readonly Reference[] {
  if (language !== 'sql') return bodyReferences(body, language);
  try {
    return splitStatements(body).flatMap((statement) => references(statement, words).hard);
  } catch {
    return bodyReferences(body, language);
  }
}

function add(into: Collector, reference: Reference | undefined): void {
  if (reference === undefined || reference.name.length === 0) return;
  // No desired file defines objects of pg_catalog.
  if (reference.name.length > reference.own && reference.name[0] === 'pg_catalog') return;
  into.found.set(`${reference.namespace} ${reference.own} ${reference.name.join('\0')}`, reference);
}

function walk(value: unknown, into: Collector): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) walk(item, into);
    return;
  }
  const node = value as Node;
  visit(node, into);
  for (const name in node) walk(node[name], into);
}

/**
 * The references of one node without its children. The fields of a node tell its type, since the tree does not wrap the
 * nodes of typed fields.
 */
function visit(node: Node, into: Collector): void {
  if (typeof node['relname'] === 'string') add(into, referenceTo('relation', rangeName(node)));
  if (Array.isArray(node['names']) && node['typemod'] !== undefined) typeName(node, into);
  if (Array.isArray(node['funcname'])) add(into, referenceTo('routine', namesOf(node['funcname'])));
  if (Array.isArray(node['objname'])) routineOrOperator(namesOf(node['objname']), into);
  if (Array.isArray(node['collname'])) add(into, referenceTo('collation', namesOf(node['collname'])));
  if (Array.isArray(node['opclass'])) add(into, referenceTo('operator class', namesOf(node['opclass'])));
  if (typeof node['rolename'] === 'string') into.roles.add(node['rolename']);
  if (typeof node['ctename'] === 'string') into.queries.add(node['ctename']);
  if (typeof node['contype'] === 'string') foreignKey(node, into);
  if (node['TypeCast'] !== undefined) registered(child(node, 'TypeCast') ?? {}, into);
  if (node['FuncCall'] !== undefined) sequenceCall(child(node, 'FuncCall') ?? {}, into);
  if (node['A_Expr'] !== undefined) add(into, referenceTo('operator', namesOf(child(node, 'A_Expr')?.['name'])));
  if (node['A_Star'] !== undefined || node['TableLikeClause'] !== undefined) into.sweeping = true;
}

function typeName(node: Node, into: Collector): void {
  const name = namesOf(node['names']);
  // table.column%TYPE
  if (node['pct_type'] === true) add(into, referenceTo('relation', name.slice(0, -1)));
  else add(into, referenceTo('type', name));
}

function routineOrOperator(name: readonly string[], into: Collector): void {
  const isOperator = /^[-+*/<>=~!@#%^&|`?]+$/.test(name.at(-1) ?? '');
  add(into, referenceTo(isOperator ? 'operator' : 'routine', name));
}

function foreignKey(node: Node, into: Collector): void {
  if (node['contype'] !== 'CONSTR_FOREIGN') return;
  const columns = namesOf(node['pk_attrs']);
  const key = columns.length === 0 ? PRIMARY : keyName(columns);
  add(into, referenceTo('key', [...rangeName(node['pktable']), key], 2));
}

/** Casts to reg* types, such as `'app.users'::regclass`. */
function registered(cast: Node, into: Collector): void {
  const type = namesOf(asNode(cast['typeName'])?.['names']).at(-1) ?? '';
  const namespace = { regclass: 'relation', regtype: 'type', regproc: 'routine', regprocedure: 'routine' }[type];
  const constant = constantText(cast['arg']);
  if (namespace !== undefined && constant !== undefined) add(into, referenceTo(namespace, dotted(constant)));
}

/** `nextval('app.users_id_seq')`: PostgreSQL converts the string to regclass. */
function sequenceCall(call: Node, into: Collector): void {
  if (!/^(?:nextval|currval)$/.test(namesOf(call['funcname']).at(-1) ?? '')) return;
  const constant = constantText(asList(call['args'])[0]);
  if (constant !== undefined) add(into, referenceTo('relation', dotted(constant)));
}

function constantText(value: unknown): string | undefined {
  const text = asNode(child(value, 'A_Const')?.['sval'])?.['sval'];
  return typeof text === 'string' ? text : undefined;
}

/** The parts of a dotted name in a string without arguments, as textToQualifiedNameList() reads it. */
function dotted(text: string): readonly string[] {
  const parts = text.replace(/\(.*$/s, '').match(/"(?:[^"]|"")*"|[^.\s]+/g) ?? [];
  return parts.map(foldedIdentifier);
}

/** Names in lists of strings, whose meaning depends on the statement. */
const SHARED: Readonly<Record<string, StatementWords['mentions']>> = {
  CommentStmt: mentionsObject('objtype'),
  SecLabelStmt: mentionsObject('objtype'),
  AlterOwnerStmt: mentionsObject('objectType'),
  AlterObjectSchemaStmt: (node, words) => [
    ...mentionsObject('objectType')(node, words),
    ...mentionsWord('schema', 'newschema')(node),
  ],
  RenameStmt: mentionsObject('renameType'),
  GrantStmt: grant,
  DefineStmt: define,
  AlterTableStmt: (node) => {
    const constraints = children(node['cmds'], 'AlterTableCmd').map((command) => child(command['def'], 'Constraint'));
    const makesKey = constraints.some((one) => /^CONSTR_(?:PRIMARY|UNIQUE)$/.test(asText(one?.['contype'])));
    return makesKey ? onlyParent(node) : [];
  },
};

const isOfWholeSchema = (node: Node): boolean => node['targtype'] === 'ACL_TARGET_ALL_IN_SCHEMA';

function grant(node: Node, words: Words): readonly Reference[] {
  if (isOfWholeSchema(node)) {
    // All objects of the schema. No object has the type `all`; order.ts of the desired files reads this reference.
    return namesOf(node['objects']).flatMap((name) => [referenceTo('schema', [name]), referenceTo('all', [name])]);
  }
  return asList(node['objects']).flatMap((object) => objectReference(words, asText(node['objtype']), object) ?? []);
}

/**
 * The options of CREATE AGGREGATE, OPERATOR, TYPE and TEXT SEARCH … hold the names of functions and other objects as
 * TypeName nodes.
 */
function define(node: Node, words: Words): readonly Reference[] {
  const { options = {} } = words.types.get(words.objectTypes.get(asText(node['kind'])) ?? '') ?? {};
  return children(node['definition'], 'DefElem').map((option) => {
    const name = asText(option['defname']);
    const namespace = Object.hasOwn(options, name) ? options[name] : undefined;
    return referenceTo(namespace ?? 'routine', namesOf(option['arg']));
  });
}
