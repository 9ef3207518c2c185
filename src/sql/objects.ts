import { type Node, namesOf } from './node.ts';

/** PostgreSQL's words for kinds of objects, as pg_identify_object() says them, by the parser's ObjectType. */
export const OBJECT_WORDS: Readonly<Record<string, string>> = {
  OBJECT_TABLE: 'table',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_INDEX: 'index',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'type',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'procedure',
  OBJECT_ROUTINE: 'function',
  OBJECT_AGGREGATE: 'aggregate',
  OBJECT_SCHEMA: 'schema',
  OBJECT_EXTENSION: 'extension',
  OBJECT_COLLATION: 'collation',
  OBJECT_CONVERSION: 'conversion',
  OBJECT_OPERATOR: 'operator',
  OBJECT_OPCLASS: 'operator class',
  OBJECT_OPFAMILY: 'operator family',
  OBJECT_TSCONFIGURATION: 'text search configuration',
  OBJECT_TSDICTIONARY: 'text search dictionary',
  OBJECT_TSPARSER: 'text search parser',
  OBJECT_TSTEMPLATE: 'text search template',
  OBJECT_LANGUAGE: 'language',
  OBJECT_ACCESS_METHOD: 'access method',
  OBJECT_FDW: 'foreign-data wrapper',
  OBJECT_FOREIGN_SERVER: 'server',
  OBJECT_PUBLICATION: 'publication',
  OBJECT_SUBSCRIPTION: 'subscription',
  OBJECT_EVENT_TRIGGER: 'event trigger',
  OBJECT_STATISTIC_EXT: 'statistics object',
  OBJECT_ROLE: 'role',
  OBJECT_TABLESPACE: 'tablespace',
  OBJECT_COLUMN: 'table column',
  OBJECT_ATTRIBUTE: 'composite column',
  OBJECT_TABCONSTRAINT: 'table constraint',
  OBJECT_DOMCONSTRAINT: 'domain constraint',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_POLICY: 'policy',
  OBJECT_RULE: 'rule',
};

/** Kinds that live on a relation and are named `name on relation`. */
const ON_RELATION = new Set(['table column', 'table constraint', 'trigger', 'policy', 'rule']);

const NAMESPACES: Readonly<Record<string, string>> = {
  table: 'relation',
  view: 'relation',
  'materialized view': 'relation',
  index: 'relation',
  sequence: 'relation',
  'foreign table': 'relation',
  function: 'routine',
  procedure: 'routine',
  aggregate: 'routine',
};

/** The namespace in which names of a kind are unique: relations share one, routines share one. */
export function namespaceOf(type: string): string {
  return NAMESPACES[type] ?? type;
}

/** A name in a namespace. The schema may be missing; what is on a relation has the relation's name before its own. */
export interface Reference {
  readonly namespace: string;
  /** Name parts as PostgreSQL stores them, unquoted. */
  readonly name: readonly string[];
  /** How many of the last parts are the object's own, after the optional schema: 2 for what is on a relation. */
  readonly own: 1 | 2;
}

/** A reference by its namespace and dotted name. */
export function referenceTo(namespace: string, name: readonly string[], own: 1 | 2 = 1): Reference {
  return { namespace, name: name.slice(-own - 1), own };
}

/**
 * The object that statements such as COMMENT, ALTER … OWNER and DROP name by an ObjectType and a node: a string, a list
 * of strings, a TypeName or an ObjectWithArgs. Undefined for kinds without a name, such as casts.
 */
export function objectReference(objectType: string, object: unknown): Reference | undefined {
  const word = OBJECT_WORDS[objectType];
  if (word === undefined) return undefined;
  let name = namesOf(object);
  if (name.length === 0 && typeof object === 'object' && object !== null) {
    name = namesOf((object as { ObjectWithArgs?: Node }).ObjectWithArgs?.['objname']);
  }
  if (name.length === 0) return undefined;
  // The name of an operator class or family follows its access method.
  if (word === 'operator class' || word === 'operator family') name = name.slice(1);
  if (!ON_RELATION.has(word)) return referenceTo(namespaceOf(word), name);
  return referenceTo(word, name, 2);
}

/** Types of objects that belong to the database or the cluster, not to a schema. */
export const WITHOUT_SCHEMA: ReadonlySet<string> = new Set([
  'schema',
  'extension',
  'role',
  'language',
  'access method',
  'foreign-data wrapper',
  'server',
  'user mapping',
  'publication',
  'subscription',
  'event trigger',
  'tablespace',
  'all',
]);
