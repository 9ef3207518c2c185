// The interface of a session on a database, for everything that runs SQL.

/** One row of a result, by column name, with the values of values.ts (numeric and bigint are text, json is parsed). */
export type Row = Readonly<Record<string, unknown>>;

/**
 * One session on a PostgreSQL database: a server or PGlite. All calls run in order in the same session, so `SET` and
 * `BEGIN` have the same effect as in psql. Errors are `SchemaError`s with the codes `database/*` (or `scratch/*`), with
 * `sqlstate` and, in `cause`, the fields of the server's error (`position`, `detail`, `hint`, `where`).
 */
export interface Database {
  /** `server_version_num`, for example 180004. */
  readonly serverVersion: number;
  /** Host, port and database for messages; never a password. */
  readonly label: string;
  /** Runs one statement with parameters `$1`, `$2`, … */
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /**
   * Runs a script of any number of statements as one message of the simple query protocol; the result has the rows of
   * each statement.
   */
  script(sql: string): Promise<readonly (readonly Row[])[]>;
  /**
   * Names of the statements that are prepared in this session, by their SQL, where they last as long as the session:
   * the server parses and plans a repeated statement once.
   */
  readonly prepared?: Map<string, string>;
  close(): Promise<void>;
  /**
   * Opens a second session, as the same user with the same settings. Absent where only one session is possible
   * (PGlite).
   */
  another?(applicationName: string): Promise<Database>;
  /**
   * Begins a new session in place of this one, which may be lost already; its settings and locks are gone. Absent where
   * a lost session can't be replaced (PGlite). Raises `database/connection`.
   */
  reopen?(): Promise<void>;
  /**
   * The transaction status after the last call, as the server reported it: idle, in a transaction block, or in a failed
   * one; absent where unknown.
   */
  transactionStatus?(): 'I' | 'T' | 'E';
  /** Calls `listener` with each notice of the server, until another one is set; null ends it. */
  hear?(listener: ((notice: Notice) => void) | null): void;
}

/** A message that is no error (manual, section 55.2): what RAISE NOTICE, INFO and WARNING send. */
export interface Notice {
  /** In English, as in the source of the server: WARNING, NOTICE, INFO, LOG, DEBUG. */
  readonly severity: string;
  readonly message: string;
  readonly sqlstate: string | null;
  readonly detail: string | null;
  readonly hint: string | null;
}

/** The fields of a server's error, kept as the `cause` of the `SchemaError`. */
export interface ServerError {
  readonly message: string;
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  /** Character offset (1-based) into the text that was sent. */
  readonly position?: number | undefined;
  readonly where?: string | undefined;
}
