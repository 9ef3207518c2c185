import { asList, asNode, asNumber, asText, child, children, type Node, namesOf, rangeName } from './node.ts';
import { namespaceOf, OBJECT_WORDS, type Reference, referenceTo } from './objects.ts';
import type { ParsedStatement } from './parser.ts';

/** Something that a statement brings about, under PostgreSQL's word for it. */
export interface Definition {
  /**
   * As in pg_identify_object(): `table`, `table column`, `function`. Two words are no objects: `key` stands for columns
   * that a foreign key may target, `partition` for a partition's being attached to the table named.
   */
  readonly type: string;
  /** The name, with its schema where the statement says it. */
  readonly name: readonly string[];
  /** The relation it is on, for columns, constraints, triggers, policies and rules. */
  readonly on?: readonly string[];
  /** String offset of the part that defines it. */
  readonly at: number;
}

type Reader = (node: Node, at: number) => readonly Definition[];

/** What a statement defines, under the names it says: an unqualified name belongs to the session's search path. */
export function definitions(statement: ParsedStatement): readonly Definition[] {
  return definitionsOf(statement.type, statement.node, statement.start);
}

function definitionsOf(type: string, node: Node, at: number): readonly Definition[] {
  return READERS[type]?.(node, at) ?? [];
}

/** A definition as the name that references to it use. */
export function definedName(definition: Definition): Reference {
  const { type, name, on } = definition;
  return on === undefined ? referenceTo(namespaceOf(type), name) : referenceTo(type, [...on, ...name], 2);
}

const one =
  (type: string, nameOf: (node: Node) => readonly string[]): Reader =>
  (node, at) => [{ type, name: nameOf(node), at }];

const onRelation =
  (type: string, field: string, relation = 'relation'): Reader =>
  (node, at) => [{ type, name: [asText(node[field])], on: rangeName(node[relation]), at }];

const text = (field: string) => (node: Node) => [asText(node[field])];
const names = (field: string) => (node: Node) => namesOf(node[field]);

const READERS: Readonly<Record<string, Reader>> = {
  CreateStmt: (node, at) => table('table', node, at),
  CreateForeignTableStmt: (node, at) => table('foreign table', asNode(node['base']) ?? {}, at),
  ViewStmt: one('view', (node) => rangeName(node['view'])),
  CreateTableAsStmt: (node, at) => {
    const type = node['objtype'] === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
    return [{ type, name: rangeName(asNode(node['into'])?.['rel']), at }];
  },
  IndexStmt: index,
  CreateSeqStmt: one('sequence', (node) => rangeName(node['sequence'])),
  CreateFunctionStmt: (node, at) => {
    const type = node['is_procedure'] === true ? 'procedure' : 'function';
    return [{ type, name: namesOf(node['funcname']), at }];
  },
  DefineStmt: (node, at) => {
    const type = OBJECT_WORDS[asText(node['kind'])];
    return type === undefined ? [] : [{ type, name: namesOf(node['defnames']), at }];
  },
  CreateEnumStmt: one('type', names('typeName')),
  CompositeTypeStmt: one('type', (node) => rangeName(node['typevar'])),
  CreateDomainStmt: one('type', names('domainname')),
  CreateRangeStmt: range,
  CreateSchemaStmt: schema,
  CreateExtensionStmt: one('extension', text('extname')),
  CreateTrigStmt: onRelation('trigger', 'trigname'),
  CreatePolicyStmt: onRelation('policy', 'policy_name', 'table'),
  RuleStmt: onRelation('rule', 'rulename'),
  CreateStatsStmt: one('statistics object', names('defnames')),
  CreatePLangStmt: one('language', text('plname')),
  CreateAmStmt: one('access method', text('amname')),
  CreateFdwStmt: one('foreign-data wrapper', text('fdwname')),
  CreateForeignServerStmt: one('server', text('servername')),
  CreateUserMappingStmt: (node, at) => [{ type: 'user mapping', name: userMappingName(node), at }],
  CreateConversionStmt: one('conversion', names('conversion_name')),
  CreatePublicationStmt: one('publication', text('pubname')),
  CreateSubscriptionStmt: one('subscription', text('subname')),
  CreateEventTrigStmt: one('event trigger', text('trigname')),
  CreateOpFamilyStmt: one('operator family', names('opfamilyname')),
  CreateOpClassStmt: (node, at) => {
    const name = namesOf(node['opclassname']);
    return [
      { type: 'operator class', name, at },
      { type: 'operator family', name: node['opfamilyname'] ? namesOf(node['opfamilyname']) : name, at },
    ];
  },
  AlterTableStmt: alterTable,
  RenameStmt: rename,
  AlterObjectSchemaStmt: moved,
};

/** A table with its columns, constraints, and the sequences and indexes that come with them. */
function table(type: string, node: Node, at: number): readonly Definition[] {
  const name = rangeName(node['relation']);
  const parts = asList(node['tableElts']).flatMap((element) => {
    const column = child(element, 'ColumnDef');
    const constraint = child(element, 'Constraint');
    if (column !== undefined) return columnParts(name, column, at);
    return constraint === undefined ? [] : constraintParts(name, constraint, [], at);
  });
  return [{ type, name, at }, ...parts];
}

const SERIAL = /^(?:big|small)?serial[248]?$/;

function columnParts(on: readonly string[], column: Node, at: number): readonly Definition[] {
  const name = asText(column['colname']);
  const place = located(column, at);
  const constraints = children(column['constraints'], 'Constraint');
  const found: Definition[] = [{ type: 'table column', name: [name], on, at: place }];
  const type = namesOf(asNode(column['typeName'])?.['names']).at(-1) ?? '';
  if (SERIAL.test(type) || constraints.some((constraint) => constraint['contype'] === 'CONSTR_IDENTITY')) {
    found.push({ type: 'sequence', name: beside(on, `${on.at(-1)}_${name}_seq`), at: place });
  }
  return [...found, ...constraints.flatMap((constraint) => constraintParts(on, constraint, [name], place))];
}

// The suffixes of names that PostgreSQL chooses itself (ChooseConstraintName in the server's indexcmds.c).
const SUFFIXES: Readonly<Record<string, string>> = {
  CONSTR_PRIMARY: 'pkey',
  CONSTR_UNIQUE: 'key',
  CONSTR_EXCLUSION: 'excl',
  CONSTR_FOREIGN: 'fkey',
  CONSTR_CHECK: 'check',
  CONSTR_NOTNULL: 'not_null',
};

function constraintParts(
  on: readonly string[],
  constraint: Node,
  inline: readonly string[],
  at: number,
): readonly Definition[] {
  const type = asText(constraint['contype']);
  const suffix = SUFFIXES[type];
  if (suffix === undefined) return [];
  const place = located(constraint, at);
  const listed = namesOf(constraint['keys'] ?? constraint['fk_attrs']);
  const columns = listed.length > 0 ? listed : inline;
  const chosen = [on.at(-1) ?? '', ...(suffix === 'pkey' ? [] : columns), suffix].join('_');
  const name = asText(constraint['conname']) || chosen;
  const found: Definition[] = [{ type: 'table constraint', name: [name], on, at: place }];
  if (suffix === 'pkey' || suffix === 'key' || suffix === 'excl') {
    found.push({ type: 'index', name: beside(on, name), at: place });
  }
  if (suffix === 'pkey') found.push({ type: 'key', name: [PRIMARY], on, at: place });
  if (suffix === 'pkey' || suffix === 'key') found.push({ type: 'key', name: [keyName(columns)], on, at: place });
  return found;
}

/** The name under which foreign keys without a column list find their target. */
export const PRIMARY = '(primary key)';

/** Foreign keys find their target by the set of columns. */
export function keyName(columns: readonly string[]): string {
  return columns.toSorted().join(',');
}

function located(node: Node, otherwise: number): number {
  const location = asNumber(node['location']);
  return location > 0 ? location : otherwise;
}

/** A name in the schema of another. */
function beside(neighbour: readonly string[], name: string): readonly string[] {
  return [...neighbour.slice(0, -1), name];
}

function index(node: Node, at: number): readonly Definition[] {
  const on = rangeName(node['relation']);
  const columns = children(node['indexParams'], 'IndexElem').map((element) => asText(element['name']));
  const chosen = `${[on.at(-1), ...columns].join('_')}_idx`;
  const found: Definition[] = [{ type: 'index', name: beside(on, asText(node['idxname']) || chosen), at }];
  if (node['unique'] === true && node['whereClause'] === undefined && !columns.includes('')) {
    found.push({ type: 'key', name: [keyName(columns)], on, at });
  }
  return found;
}

/** The role and the server; the key word for CURRENT_USER and its like. */
export function userMappingName(node: Node): readonly string[] {
  const user = asNode(node['user']);
  const role = asText(user?.['rolename']) || asText(user?.['roletype']).replace('ROLESPEC_', '');
  return [role, asText(node['servername'])];
}

function range(node: Node, at: number): readonly Definition[] {
  const name = namesOf(node['typeName']);
  const options = children(node['params'], 'DefElem');
  const named = options.find((option) => option['defname'] === 'multirange_type_name');
  const last = name.at(-1) ?? '';
  const chosen = last.includes('range') ? last.replace('range', 'multirange') : `${last}_multirange`;
  const multirange = named === undefined ? beside(name, chosen) : namesOf(named['arg']);
  // Range types come with constructor functions of their own name.
  return [
    { type: 'type', name, at },
    { type: 'function', name, at },
    { type: 'type', name: multirange, at },
    { type: 'function', name: multirange, at },
  ];
}

/** CREATE SCHEMA may hold further CREATE statements, whose objects go into the new schema. */
function schema(node: Node, at: number): readonly Definition[] {
  const name = asText(node['schemaname']) || asText(asNode(node['authrole'])?.['rolename']);
  const inner = asList(node['schemaElts']).flatMap((element) => {
    const [type = '', value] = Object.entries(asNode(element) ?? {})[0] ?? [];
    return definitionsOf(type, asNode(value) ?? {}, at);
  });
  const into = (parts: readonly string[]) => (parts.length === 1 ? [name, ...parts] : parts);
  const moved = inner.map((item) =>
    item.on === undefined ? { ...item, name: into(item.name) } : { ...item, on: into(item.on) },
  );
  return [{ type: 'schema', name: [name], at }, ...moved];
}

function alterTable(node: Node, at: number): readonly Definition[] {
  const on = rangeName(node['relation']);
  return children(node['cmds'], 'AlterTableCmd').flatMap((command): readonly Definition[] => {
    if (command['subtype'] === 'AT_AttachPartition') return [{ type: 'partition', name: on, at }];
    const column = child(command['def'], 'ColumnDef');
    const constraint = child(command['def'], 'Constraint');
    if (command['subtype'] === 'AT_AddColumn' && column !== undefined) return columnParts(on, column, at);
    if (command['subtype'] !== 'AT_AddConstraint' || constraint === undefined) return [];
    return constraintParts(on, constraint, [], at);
  });
}

function rename(node: Node, at: number): readonly Definition[] {
  const type = OBJECT_WORDS[asText(node['renameType'])];
  if (type === undefined) return [];
  const name = [asText(node['newname'])];
  const relation = node['relation'] === undefined ? undefined : rangeName(node['relation']);
  if (relation === undefined) return [{ type, name: beside(namesOf(node['object']), name[0] ?? ''), at }];
  if (namespaceOf(type) === 'relation') return [{ type, name: beside(relation, name[0] ?? ''), at }];
  return [{ type, name, on: relation, at }];
}

function moved(node: Node, at: number): readonly Definition[] {
  const type = OBJECT_WORDS[asText(node['objectType'])];
  const name = node['relation'] === undefined ? namesOf(node['object']) : rangeName(node['relation']);
  return type === undefined || name.length === 0
    ? []
    : [{ type, name: [asText(node['newschema']), name.at(-1) ?? ''], at }];
}
