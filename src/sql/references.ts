import { bodyReferences } from './bodies.ts';
import { keyName, PRIMARY, userMappingName } from './definitions.ts';
import { foldedIdentifier } from './identifiers.ts';
import { asList, asNode, asText, child, children, type Node, namesOf, rangeName } from './node.ts';
import { OBJECT_WORDS, objectReference, type Reference, referenceTo } from './objects.ts';
import { type ParsedStatement, splitStatements } from './parser.ts';

/** What a statement mentions. `hard` must exist for it to run; `soft` comes from the body of a routine. */
export interface References {
  readonly hard: readonly Reference[];
  readonly soft: readonly Reference[];
  readonly roles: readonly string[];
  /**
   * What it makes depends on all that is in the relations it mentions: `SELECT *`, `LIKE`, `ON ALL TABLES IN SCHEMA`.
   */
  readonly sweeping: boolean;
}

interface Collector {
  readonly found: Map<string, Reference>;
  readonly roles: Set<string>;
  /** Names of WITH queries, which hide relations of the same name. */
  readonly queries: Set<string>;
  sweeping: boolean;
}

/**
 * What a statement mentions, found by one walk of the parse tree that knows few nodes. It only serves as a hint for the
 * order of statements: what it misses costs a retry, what it invents is looked up in vain.
 */
export function references(statement: ParsedStatement): References {
  const into: Collector = { found: new Map(), roles: new Set(), queries: new Set(), sweeping: false };
  if (!/^Drop(?:Subscription|UserMapping)?Stmt$/.test(statement.type)) {
    walk(statement.node, into);
    SPECIAL[statement.type]?.(statement.node, into);
  }
  if (statement.type === 'CreateFunctionStmt') {
    for (const parameter of children(statement.node['parameters'], 'FunctionParameter')) walk(parameter, into);
  }
  const hard = [...into.found.values()].filter(
    (item) => !(item.namespace === 'relation' && item.name.length === 1 && into.queries.has(item.name[0] ?? '')),
  );
  return { hard, soft: softReferences(statement), roles: [...into.roles], sweeping: into.sweeping };
}

/** What a DROP statement names. */
export function dropped(statement: ParsedStatement): readonly Reference[] {
  if (statement.type === 'DropUserMappingStmt') return [referenceTo('user mapping', userMappingName(statement.node))];
  if (statement.type === 'DropSubscriptionStmt') {
    return [referenceTo('subscription', [asText(statement.node['subname'])])];
  }
  if (statement.type !== 'DropStmt') return [];
  const type = asText(statement.node['removeType']);
  return asList(statement.node['objects']).flatMap((object) => objectReference(type, object) ?? []);
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

function softReferences(statement: ParsedStatement): readonly Reference[] {
  const routine = routineBody(statement);
  if (routine === undefined) return [];
  return referencesOfBody(routine.body, routine.language);
}

/**
 * What the string body of a routine refers to: exact names for language sql, whose bodies parse, a guess from the words
 * for plpgsql, nothing for other languages.
 */
function referencesOfBody(body: string, language: string): readonly Reference[] {
  if (language !== 'sql') return bodyReferences(body, language);
  try {
    return splitStatements(body).flatMap((statement) => references(statement).hard);
  } catch {
    return bodyReferences(body, language);
  }
}

function add(into: Collector, reference: Reference | undefined): void {
  if (reference === undefined || reference.name.length === 0) return;
  // Nobody's files define what is in pg_catalog.
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
 * What one node says by itself. Nodes are told apart by their fields, since typed fields hold them without a wrapper.
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

/** `'app.users'::regclass` and its like. */
function registered(cast: Node, into: Collector): void {
  const type = namesOf(asNode(cast['typeName'])?.['names']).at(-1) ?? '';
  const namespace = { regclass: 'relation', regtype: 'type', regproc: 'routine', regprocedure: 'routine' }[type];
  const constant = constantText(cast['arg']);
  if (namespace !== undefined && constant !== undefined) add(into, referenceTo(namespace, dotted(constant)));
}

/** `nextval('app.users_id_seq')`: the string becomes a regclass. */
function sequenceCall(call: Node, into: Collector): void {
  if (!/^(?:nextval|currval)$/.test(namesOf(call['funcname']).at(-1) ?? '')) return;
  const constant = constantText(asList(call['args'])[0]);
  if (constant !== undefined) add(into, referenceTo('relation', dotted(constant)));
}

function constantText(value: unknown): string | undefined {
  const text = asNode(child(value, 'A_Const')?.['sval'])?.['sval'];
  return typeof text === 'string' ? text : undefined;
}

/** The parts of a dotted name in a string, as textToQualifiedNameList() reads it, without arguments. */
function dotted(text: string): readonly string[] {
  const parts = text.replace(/\(.*$/s, '').match(/"(?:[^"]|"")*"|[^.\s]+/g) ?? [];
  return parts.map(foldedIdentifier);
}

type Special = (node: Node, into: Collector) => void;

const named =
  (typeField: string): Special =>
  (node, into) =>
    add(into, objectReference(asText(node[typeField]), node['object']));

const list =
  (namespace: string, field: string): Special =>
  (node, into) =>
    add(into, referenceTo(namespace, namesOf(node[field])));

const word =
  (namespace: string, field: string): Special =>
  (node, into) => {
    if (asText(node[field]) !== '') add(into, referenceTo(namespace, [asText(node[field])]));
  };

/** Names that stand in lists of strings, whose meaning only the statement knows. */
const SPECIAL: Readonly<Record<string, Special>> = {
  CommentStmt: named('objtype'),
  SecLabelStmt: named('objtype'),
  AlterOwnerStmt: named('objectType'),
  AlterObjectSchemaStmt: (node, into) => {
    named('objectType')(node, into);
    word('schema', 'newschema')(node, into);
  },
  AlterObjectDependsStmt: named('objectType'),
  AlterExtensionContentsStmt: (node, into) => {
    named('objtype')(node, into);
    word('extension', 'extname')(node, into);
  },
  RenameStmt: named('renameType'),
  GrantStmt: grant,
  AlterDefaultPrivilegesStmt: (node, into) => optionNames(node['options'], { schemas: 'schema' }, into),
  AlterEnumStmt: list('type', 'typeName'),
  AlterDomainStmt: list('type', 'typeName'),
  AlterTypeStmt: list('type', 'typeName'),
  AlterStatsStmt: list('statistics object', 'defnames'),
  AlterOpFamilyStmt: list('operator family', 'opfamilyname'),
  AlterTSConfigurationStmt: (node, into) => {
    list('text search configuration', 'cfgname')(node, into);
    for (const name of asList(node['dicts'])) add(into, referenceTo('text search dictionary', namesOf(name)));
  },
  AlterTSDictionaryStmt: list('text search dictionary', 'dictname'),
  AlterExtensionStmt: word('extension', 'extname'),
  AlterPublicationStmt: word('publication', 'pubname'),
  AlterSubscriptionStmt: word('subscription', 'subname'),
  AlterEventTrigStmt: word('event trigger', 'trigname'),
  AlterPolicyStmt: (node, into) => {
    add(into, referenceTo('policy', [...rangeName(node['table']), asText(node['policy_name'])], 2));
  },
  DefineStmt: define,
  CreateRangeStmt: (node, into) => {
    // Options of a range type name functions as if they were types.
    for (const option of children(node['params'], 'DefElem')) {
      add(into, referenceTo('routine', namesOf(option['arg'])));
      if (option['defname'] === 'collation') add(into, referenceTo('collation', namesOf(option['arg'])));
    }
  },
  CreateSeqStmt: ownedBy,
  AlterSeqStmt: ownedBy,
  CreateOpClassStmt: list('operator family', 'opfamilyname'),
  CreateExtensionStmt: (node, into) => optionNames(node['options'], { schema: 'schema' }, into),
  CreateFunctionStmt: (node, into) => optionNames(node['options'], { language: 'language' }, into),
  IndexStmt: (node, into) => {
    word('access method', 'accessMethod')(node, into);
    onlyParent(node, into);
  },
  AlterTableStmt: (node, into) => {
    const constraints = children(node['cmds'], 'AlterTableCmd').map((command) => child(command['def'], 'Constraint'));
    if (constraints.some((one) => /^CONSTR_(?:PRIMARY|UNIQUE)$/.test(asText(one?.['contype'])))) onlyParent(node, into);
  },
  CreateStmt: word('access method', 'accessMethod'),
  CreateForeignTableStmt: word('server', 'servername'),
  CreateForeignServerStmt: word('foreign-data wrapper', 'fdwname'),
  CreateUserMappingStmt: word('server', 'servername'),
  AlterUserMappingStmt: userMapping,
  AlterForeignServerStmt: word('server', 'servername'),
  AlterFdwStmt: word('foreign-data wrapper', 'fdwname'),
  CreateTransformStmt: word('language', 'lang'),
  CreatePLangStmt: (node, into) => {
    for (const field of ['plhandler', 'plinline', 'plvalidator']) list('routine', field)(node, into);
  },
  CreateAmStmt: list('routine', 'handler_name'),
  CreateConversionStmt: list('routine', 'func_name'),
};

function userMapping(node: Node, into: Collector): void {
  add(into, referenceTo('user mapping', userMappingName(node)));
}

function grant(node: Node, into: Collector): void {
  if (node['targtype'] === 'ACL_TARGET_ALL_IN_SCHEMA') {
    into.sweeping = true;
    for (const name of namesOf(node['objects'])) {
      add(into, referenceTo('schema', [name]));
      // Everything in the schema: no object has this name, `order` reads it.
      add(into, referenceTo('all', [name]));
    }
    return;
  }
  for (const object of asList(node['objects'])) add(into, objectReference(asText(node['objtype']), object));
}

/**
 * An index on a partitioned table alone, as pg_dump writes it, comes after its partitions are attached: a partition
 * that is attached later gets an index at once, under the name that its own index has in the dump.
 */
function onlyParent(node: Node, into: Collector): void {
  const range = asNode(node['relation']);
  if (range?.['inh'] !== true) add(into, referenceTo('partition', rangeName(range)));
}

function optionNames(options: unknown, namespaces: Readonly<Record<string, string>>, into: Collector): void {
  for (const option of children(options, 'DefElem')) {
    const namespace = namespaces[asText(option['defname'])];
    if (namespace === undefined) continue;
    for (const name of namesOf(option['arg'])) add(into, referenceTo(namespace, [name]));
  }
}

/**
 * The options of CREATE AGGREGATE, OPERATOR, TYPE and TEXT SEARCH … name functions and others as if they were types.
 */
function define(node: Node, into: Collector): void {
  const isTextSearch = /^OBJECT_TS/.test(asText(node['kind']));
  for (const option of children(node['definition'], 'DefElem')) {
    const name = namesOf(option['arg']);
    const kind = `text search ${asText(option['defname']).replace('copy', 'configuration')}`;
    const namespace = isTextSearch && Object.values(OBJECT_WORDS).includes(kind) ? kind : 'routine';
    add(into, referenceTo(namespace, name));
  }
}

function ownedBy(node: Node, into: Collector): void {
  for (const option of children(node['options'], 'DefElem')) {
    const name = namesOf(option['arg']);
    if (option['defname'] === 'owned_by' && name.length > 1) {
      add(into, referenceTo('relation', name.slice(0, -1)));
      add(into, referenceTo('table column', name, 2));
    }
  }
}
