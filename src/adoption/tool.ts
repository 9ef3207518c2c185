// What a tool whose history is taken over looks like from here: one descriptor for each, in a file of its own.
import type { Database } from '../databases/database.ts';

/** A file of the tool's folder: its path below it, with `/`, and its text as it is, with any byte order mark. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface TableName {
  readonly schema: string;
  readonly name: string;
}

export type ForeignKind = 'versioned' | 'repeatable' | 'baseline';

/** One migration as the tool's own history tells of it, at the end of all that happened to it. */
export interface ForeignRow {
  /** What it is to its tool: a version, a file's name, a hash, author and id. The key to the files. */
  readonly id: string;
  readonly name: string;
  readonly kind: ForeignKind;
  /** `marked`: recorded as done without having run. */
  readonly state: 'applied' | 'marked' | 'undone' | 'failed' | 'deleted';
  readonly checksum: string | null;
  /** ISO 8601, UTC. */
  readonly at: string | null;
  readonly by: string | null;
  readonly ms: number | null;
  /** Its SQL is in no file: it ran as a program. */
  readonly external?: true;
  /** The version that the history itself has, where that is not the id. */
  readonly version?: string;
  /** Of a failed one: what is known of the failure. */
  readonly problem?: string;
}

export interface ForeignTag {
  readonly name: string;
  /** The migration after which it was set. */
  readonly id: string;
  readonly at: string | null;
}

export interface ForeignHistory {
  /** In the order in which the tool ran them. */
  readonly rows: readonly ForeignRow[];
  /** Of a tool that keeps one number: the id up to which all is applied, by the order of the files. */
  readonly upTo?: string;
  readonly tags: readonly ForeignTag[];
  /** What is peculiar about this history and changes nothing. */
  readonly notes: readonly string[];
}

/** One migration as the tool's own files have it. */
export interface ForeignMigration {
  readonly id: string;
  readonly name: string;
  readonly kind: ForeignKind;
  /** The version that its name or its plan gives it; null where it has none. */
  readonly version: string | null;
  readonly path: string;
  /** Null: a program, not SQL. */
  readonly up: string | null;
  readonly down: string | null;
  /** Its tool's checksums, any of which the history may hold; empty where the tool has none that can be verified. */
  readonly checksums: readonly string[];
  /** Directives for the head, without `-- schema:`. */
  readonly head: readonly string[];
  /** What is not carried over. */
  readonly notes: readonly string[];
}

export interface Converted {
  /** In the tool's order. */
  readonly migrations: readonly ForeignMigration[];
  readonly tags: readonly ForeignTag[];
  readonly notes: readonly string[];
}

/** How the tool keeps others out while it runs, so that an import can do the same. */
export type ForeignLock =
  | { readonly kind: 'advisory'; readonly key: bigint }
  /** A row that says so (Liquibase); it stays after a crash. */
  | { readonly kind: 'row'; readonly table: TableName }
  | { readonly kind: 'none' };

export interface ReadRequest {
  readonly database: Database;
  readonly table: TableName;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** Where its history is unless it was told otherwise; `schema` null: in any schema. */
  readonly table: { readonly schema: string | null; readonly name: string };
  /** Columns by which its table is known: other tools' tables have the same name. */
  readonly columns: readonly string[];
  /** A table beside it that is the tool's too. */
  readonly beside?: (table: TableName) => TableName;
  readonly lock: (table: TableName, databaseName: string) => ForeignLock;
  readonly read: (request: ReadRequest) => Promise<ForeignHistory>;
  /** Which files of its folder it looks at. */
  readonly reads: (path: string) => boolean;
  /** Its files as ours. `entry`: where reading starts (Liquibase's changelog). Needs `loadParser`. */
  readonly convert: (files: readonly SourceFile[], entry?: string) => Converted;
  /** What an id is without what differs from place to place; used where it tells two apart, and the id finds nothing. */
  readonly alias?: (id: string) => string;
  /** Its files are ours already: they are taken as they are. */
  readonly native?: true;
}
