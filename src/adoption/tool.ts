// The descriptor of a tool whose history can be imported. Each tool has one, in a file of its own.
import type { Database } from '../databases/database.ts';

/** A file of the tool's folder: its path below the folder, with `/`, and its text with any byte order mark. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface TableName {
  readonly schema: string;
  readonly name: string;
}

export type ForeignKind = 'versioned' | 'repeatable' | 'baseline';

/** One migration in the tool's history, with its final state. */
export interface ForeignRow {
  /** The tool's identity of the migration: a version, a file name, a hash, or author and id. Files have the same id. */
  readonly id: string;
  readonly name: string;
  readonly kind: ForeignKind;
  /** `marked`: recorded as applied without having run. */
  readonly state: 'applied' | 'marked' | 'undone' | 'failed' | 'deleted';
  readonly checksum: string | null;
  /** ISO 8601, UTC. */
  readonly at: string | null;
  readonly by: string | null;
  readonly ms: number | null;
  /** Its SQL is in no file: it ran as a program. */
  readonly external?: true;
  /** The version in the history, where it differs from the id. */
  readonly version?: string;
  /** What the history says about a failed migration. */
  readonly problem?: string;
}

export interface ForeignTag {
  readonly name: string;
  /** The migration after which the tag was set. */
  readonly id: string;
  readonly at: string | null;
}

export interface ForeignHistory {
  /** In the order in which the tool ran them. */
  readonly rows: readonly ForeignRow[];
  /** For a tool that keeps one number: the id up to which all files are applied, in their order. */
  readonly upTo?: string;
  readonly tags: readonly ForeignTag[];
  /** Remarks about the history that change nothing. */
  readonly notes: readonly string[];
}

/** One migration in the tool's files. */
export interface ForeignMigration {
  readonly id: string;
  readonly name: string;
  readonly kind: ForeignKind;
  /** The version in its name or in the tool's plan; null where it has none. */
  readonly version: string | null;
  readonly path: string;
  /** Null: a program, not SQL. */
  readonly up: string | null;
  readonly down: string | null;
  /** The tool's checksums, any of which the history may have; empty where none can be verified. */
  readonly checksums: readonly string[];
  /** Directives for the head, without `-- schema:`. */
  readonly head: readonly string[];
  /** What is not imported. */
  readonly notes: readonly string[];
}

export interface Converted {
  /** In the tool's order. */
  readonly migrations: readonly ForeignMigration[];
  readonly tags: readonly ForeignTag[];
  readonly notes: readonly string[];
}

/** The lock that the tool takes while it runs; an import takes the same lock. */
export type ForeignLock =
  | { readonly kind: 'advisory'; readonly key: bigint }
  /** A row that marks the lock (Liquibase); it stays after a crash. */
  | { readonly kind: 'row'; readonly table: TableName }
  | { readonly kind: 'none' };

export interface ReadRequest {
  readonly database: Database;
  readonly table: TableName;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** The default place of the history; `schema` null: in any schema. */
  readonly table: { readonly schema: string | null; readonly name: string };
  /** Columns that identify the table: other tools have tables of the same name. */
  readonly columns: readonly string[];
  /** Another table that belongs to the tool. */
  readonly beside?: (table: TableName) => TableName;
  readonly lock: (table: TableName, databaseName: string) => ForeignLock;
  readonly read: (request: ReadRequest) => Promise<ForeignHistory>;
  /** Whether the tool reads a file of its folder. */
  readonly reads: (path: string) => boolean;
  /** Reads the tool's files. `entry`: the first file (Liquibase's changelog). Needs `loadParser`. */
  readonly convert: (files: readonly SourceFile[], entry?: string) => Converted;
  /**
   * An id without the part that differs between places. Used where the id itself finds no file and this one finds one.
   */
  readonly alias?: (id: string) => string;
  /** The tool's files have our format and are kept unchanged. */
  readonly native?: true;
}
