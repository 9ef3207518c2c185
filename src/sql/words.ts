// The words by which statements and catalogs name objects: declared by kinds, for the rooms that read statements.
import type { Node } from './node.ts';

/**
 * A name in a namespace. The schema may be missing; the name of an object on a relation follows the name of the
 * relation.
 */
export interface Reference {
  readonly namespace: string;
  /** Name parts as PostgreSQL stores them, unquoted. */
  readonly name: readonly string[];
  /** How many of the last parts name the object, after the optional schema: 2 for an object on a relation. */
  readonly own: 1 | 2;
}

/** An object that a statement defines, under PostgreSQL's word for its type. */
export interface Definition {
  /**
   * As in pg_identify_object(): `table`, `table column`, `function`. Two words stand for no object: `key` for columns
   * that a foreign key may reference, `partition` for ATTACH PARTITION to the named table.
   */
  readonly type: string;
  /** The name, with its schema if the statement has it. */
  readonly name: readonly string[];
  /** The relation of a column, constraint, trigger, policy or rule. */
  readonly on?: readonly string[];
  /** String offset of the part of the statement that defines the object. */
  readonly at: number;
}

/**
 * The objects that one type of parse node of libpg-query names. A statement with an entry may stand in a desired file.
 */
export interface StatementWords {
  /** The objects that the statement defines. `at` is its start. Absent: no objects with names. */
  defines?(node: Node, at: number, words: Words): readonly Definition[];
  /**
   * The names in lists of strings, whose meaning depends on the statement. The walk of the tree finds all other names.
   */
  mentions?(node: Node, words: Words): readonly Reference[];
  /** The objects that the statement drops, for a DROP with a parse node of its own. */
  drops?(node: Node): readonly Reference[];
  /** The statement touches the objects that it names and no other objects, not even by a trigger or a cascade. */
  readonly touchesNamedOnly?: true;
  /**
   * The SQL words of a statement on roles of the cluster: desired files may have such a statement only where roles are
   * managed.
   */
  readonly ofRoles?: string;
}

/** A word of PostgreSQL for a type of objects, as in pg_identify_object(). */
export interface TypeWords {
  /** The parser's ObjectType values (`OBJECT_VIEW`) by which COMMENT, DROP and ALTER … OWNER name such an object. */
  readonly objectTypes?: readonly string[];
  /**
   * The namespace that the type shares with other types: all relations share one, all routines share one. Default: its
   * own.
   */
  readonly namespace?: 'relation' | 'routine';
  /**
   * Where a name is unique: in the database or cluster, or in a relation (`name ON relation`). Default: in a schema.
   */
  readonly within?: 'database' | 'relation';
  /** The object is on a relation, and its identity is `relation.name`. */
  readonly dotted?: true;
  /** The name of the access method stands before the object's own name. */
  readonly methodFirst?: true;
  /** GRANT … ON ALL … IN SCHEMA covers the type. */
  readonly allInSchema?: true;
  /**
   * The namespaces of the names in options of the CREATE statement (a DefineStmt), by option; absent options name
   * routines.
   */
  readonly options?: Readonly<Record<string, string>>;
  /** The identity as in pg_identify_object(), from the parts of the name. Default: the dotted name. */
  identity?(name: readonly string[]): string;
}

/** The words of one kind. */
export interface KindWords {
  /** Statements by parse node: `CreatePolicyStmt`. */
  readonly statements?: Readonly<Record<string, StatementWords>>;
  /** Types by their words: `policy`. */
  readonly types?: Readonly<Record<string, TypeWords>>;
  /**
   * The system catalogs of the kind, each with an SQL condition for the rows `x` that are objects of a schema. Some
   * kind reads each such row, or the row is reported as unmanaged. Of several kinds that share a catalog, one declares
   * it.
   */
  readonly catalogs?: Readonly<Record<string, string>>;
  /**
   * SQL that selects (phase, oid, sql): CREATE statements for the members of an extension that `members`, `types`,
   * `routines` and `relations` hold. Scratch runs them by ascending phase to create a stand-in for the extension.
   */
  readonly memberStatements?: string;
}

/** The words of all kinds. */
export interface Words {
  readonly statements: ReadonlyMap<string, StatementWords>;
  readonly types: ReadonlyMap<string, TypeWords>;
  /** The words for types by ObjectType. */
  readonly objectTypes: ReadonlyMap<string, string>;
  readonly memberStatements: readonly string[];
}

/** Types that no kind declares: a tablespace belongs to the cluster; `all` stands for all objects of a schema. */
const WITHOUT_KIND: KindWords = {
  types: {
    tablespace: { objectTypes: ['OBJECT_TABLESPACE'], within: 'database' },
    all: { within: 'database' },
  },
};

/** One table of the words of all kinds. A type that several kinds declare has the ObjectTypes of all of them. */
export function wordsOf(kinds: readonly KindWords[]): Words {
  const all = [WITHOUT_KIND, ...kinds];
  const types = new Map<string, TypeWords>();
  for (const [word, type] of all.flatMap((kind) => Object.entries(kind.types ?? {}))) {
    const known = types.get(word);
    types.set(word, {
      ...known,
      ...type,
      objectTypes: [...(known?.objectTypes ?? []), ...(type.objectTypes ?? [])],
    });
  }
  return {
    statements: new Map(all.flatMap((kind) => Object.entries(kind.statements ?? {}))),
    types,
    objectTypes: new Map(
      [...types].flatMap(([word, { objectTypes = [] }]) =>
        objectTypes.map((objectType) => [objectType, word] as const),
      ),
    ),
    memberStatements: all.flatMap(({ memberStatements }) => memberStatements ?? []),
  };
}

/** The namespace in which the names of a type are unique. */
export const namespaceOf = (words: Words, type: string): string => words.types.get(type)?.namespace ?? type;

/** Whether the names in a namespace have no schema: they are unique in the database or in the cluster. */
export const isWithoutSchema = (words: Words, namespace: string): boolean =>
  words.types.get(namespace)?.within === 'database';
