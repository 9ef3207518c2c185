// The interface of a session on a database, for everything that runs SQL.

/** One row of a result, by column name, as the driver converts it (numeric and bigint stay text, json is parsed). */
export type Row = Readonly<Record<string, unknown>>;

/**
 * One session on a PostgreSQL database: a real server or PGlite. All calls run in order on the same session, so
 * `SET` and `BEGIN` mean what they mean in psql. Errors are `SchemaError`s of the codes `database/*` (or `scratch/*`),
 * with `sqlstate` and, in `cause`, the server's own fields (`position`, `detail`, `hint`, `where`).
 */
export interface Database {
  /** `server_version_num`, for example 180004. */
  readonly serverVersion: number;
  /** Where this is, for people: host, port, database; never a password. */
  readonly label: string;
  /** Run one statement with parameters `$1`, `$2`, … */
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** Run a script of any number of statements as one simple-protocol message; the rows of each statement. */
  script(sql: string): Promise<readonly (readonly Row[])[]>;
  /**
   * Names of statements prepared in this session, by their SQL, where they last as long as the session does: what runs
   * again and again is then parsed and planned once.
   */
  readonly prepared?: Map<string, string>;
  close(): Promise<void>;
  /** A second session, as the same user with the same settings. Absent where there is only one (PGlite). */
  another?(applicationName: string): Promise<Database>;
  /**
   * Begins a new session in the place of this one, which may be lost already; all that it had set or locked is gone.
   * Absent where a lost session can't come back (PGlite). Raises `database/connection`.
   */
  reopen?(): Promise<void>;
  /** Idle, in a transaction block or in a failed one, as the server said after the last call; absent where unknown. */
  transactionStatus?(): 'I' | 'T' | 'E';
}

/** What a server says of an error, kept as the `cause` of the `SchemaError`. */
export interface ServerError {
  readonly message: string;
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  /** Character offset (1-based) into the text that was sent. */
  readonly position?: number | undefined;
  readonly where?: string | undefined;
}
