// The words by which statements and catalogs name the objects of each kind: what a kind declares, and the tables of all.
import type { Node } from './node.ts';

/** A name in a namespace. The schema may be missing; what is on a relation has the relation's name before its own. */
export interface Reference {
  readonly namespace: string;
  /** Name parts as PostgreSQL stores them, unquoted. */
  readonly name: readonly string[];
  /** How many of the last parts are the object's own, after the optional schema: 2 for what is on a relation. */
  readonly own: 1 | 2;
}

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

/** What one parse node of libpg-query says of objects. A statement with an entry may stand in a desired file. */
export interface StatementWords {
  /** The objects that the statement makes. `at` is where it starts. Absent: none that have a name. */
  defines?(node: Node, at: number, words: Words): readonly Definition[];
  /** Names in lists of strings, whose meaning only this statement knows. Other names are found by walking the tree. */
  mentions?(node: Node, words: Words): readonly Reference[];
  /** The objects that it drops, for a DROP with a parse node of its own. */
  drops?(node: Node): readonly Reference[];
  /** It touches what it names and no other object, not even by a trigger or a cascade. */
  readonly touchesNamedOnly?: true;
  /** Its SQL words, where it is about roles of the cluster: desired files have it only where roles are managed. */
  readonly ofRoles?: string;
}

/** One of PostgreSQL's words for a type of objects, as pg_identify_object() says it. */
export interface TypeWords {
  /** The parser's ObjectType values (`OBJECT_VIEW`) by which COMMENT, DROP and ALTER … OWNER name such an object. */
  readonly objectTypes?: readonly string[];
  /** The namespace that it shares with other types: relations share one, routines share one. Default: its own. */
  readonly namespace?: 'relation' | 'routine';
  /** What its names are unique in: the database or cluster, or a relation (`name ON relation`). Default: a schema. */
  readonly within?: 'database' | 'relation';
  /** On a relation, and its identity reads `relation.name`. */
  readonly dotted?: true;
  /** The name of its access method comes before its own. */
  readonly methodFirst?: true;
  /** GRANT … ON ALL … IN SCHEMA covers it. */
  readonly allInSchema?: true;
  /** What an option of its CREATE statement (a DefineStmt) names, by option, where that is no routine. */
  readonly options?: Readonly<Record<string, string>>;
  /** Its identity as in pg_identify_object(), from the parts of its name. Default: the dotted name. */
  identity?(name: readonly string[]): string;
}

/** The words of one kind. */
export interface KindWords {
  /** By parse node: `CreatePolicyStmt`. */
  readonly statements?: Readonly<Record<string, StatementWords>>;
  /** By type word: `policy`. */
  readonly types?: Readonly<Record<string, TypeWords>>;
  /**
   * Its system catalogs, each with an SQL condition for the rows `x` that are objects of a schema: each such row is read
   * by some kind, or reported as unmanaged. A catalog that kinds share is declared by one of them.
   */
  readonly catalogs?: Readonly<Record<string, string>>;
  /**
   * SQL that selects (phase, oid, sql): CREATE statements for such members of the extension that `members`, `types`,
   * `routines` and `relations` hold. A stand-in for the extension is made of them in scratch, by ascending phase.
   */
  readonly memberStatements?: string;
}

/** The words of all kinds. */
export interface Words {
  readonly statements: ReadonlyMap<string, StatementWords>;
  readonly types: ReadonlyMap<string, TypeWords>;
  /** Type words by ObjectType. */
  readonly objectTypes: ReadonlyMap<string, string>;
  readonly memberStatements: readonly string[];
}

/** Types that no kind has: a tablespace belongs to the cluster; `all` stands for everything in a schema. */
const WITHOUT_KIND: KindWords = {
  types: {
    tablespace: { objectTypes: ['OBJECT_TABLESPACE'], within: 'database' },
    all: { within: 'database' },
  },
};

/** One table of the words of kinds. A type that more kinds declare has the ObjectTypes of all of them. */
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

/** The namespace in which names of a type are unique. */
export const namespaceOf = (words: Words, type: string): string => words.types.get(type)?.namespace ?? type;

/** Whether names in a namespace have no schema: they are unique in the database, or in the cluster. */
export const isWithoutSchema = (words: Words, namespace: string): boolean =>
  words.types.get(namespace)?.within === 'database';
