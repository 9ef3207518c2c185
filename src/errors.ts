// The one error class and the table of codes with their exit codes, for everything.

/** Where in a user's file something stands. Lines and columns count from 1; columns count characters. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The text of the line, for a caret under `column`. */
  readonly text?: string;
}

/**
 * Every error code with its exit code (see docs/command-line.md). A code is stable: CI systems match on it.
 * What is not in this table exits with 1.
 */
export const ERRORS = {
  'usage/invalid': 64,
  'config/invalid': 64,
  'files/unreadable': 4,
  'files/unwritable': 1,
  'desired/missing-folder': 64,
  'desired/parse': 65,
  'desired/refused-statement': 65,
  'desired/load': 65,
  'database/connection': 11,
  'database/permission': 11,
  'database/read-only': 11,
  'database/pooler': 11,
  'database/query': 1,
  'scratch/died': 1,
  'scratch/deadline': 1,
  'scratch/memory': 1,
  'scratch/unsupported': 9,
  'catalog/unsupported-version': 11,
  'plan/cycle': 1,
  'plan/refused': 9,
  'plan/not-proven': 9,
  'plan/mass-drop': 9,
  'plan/hazard': 9,
  'plan/stale': 9,
  'migration/invalid-name': 4,
  'migration/invalid-file': 4,
  'migration/checksum': 4,
  'migration/missing': 4,
  'migration/out-of-order': 4,
  'migration/requires': 4,
  'migration/precondition': 5,
  'migration/failed': 5,
  'migration/failed-part-way': 6,
  'adoption/no-history': 64,
  'adoption/unreadable': 4,
  'adoption/unclear': 9,
  'adoption/conflict': 9,
  'runner/locked': 7,
  'runner/confirmation': 9,
  'runner/approval': 9,
  'runner/not-empty': 9,
  'runner/incomplete': 6,
  'hook/failed': 5,
  'runner/irreversible': 9,
  'runner/not-cleanable': 9,
  'runner/backup': 9,
} as const;

export type ErrorCode = keyof typeof ERRORS;

export interface ErrorParts {
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  readonly location?: Location | undefined;
  /** PostgreSQL's five-character error code, where a server raised it. */
  readonly sqlstate?: string | undefined;
  readonly cause?: unknown;
  /** The path below the migrations folder of a file whose former text is the remedy, so that a hint can say how git restores it. */
  readonly restores?: string | undefined;
  /** Further problems of the same kind, so that one run reports them all. */
  readonly others?: readonly SchemaError[] | undefined;
}

/** The one error class: `code` tells errors apart; message, detail and hint are used as PostgreSQL uses them. */
export class SchemaError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly location: Location | undefined;
  readonly sqlstate: string | undefined;
  readonly restores: string | undefined;
  readonly others: readonly SchemaError[];

  constructor(code: ErrorCode, message: string, parts: ErrorParts = {}) {
    super(message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = 'SchemaError';
    this.code = code;
    this.detail = parts.detail;
    this.hint = parts.hint;
    this.location = parts.location;
    this.sqlstate = parts.sqlstate;
    this.restores = parts.restores;
    this.others = parts.others ?? [];
  }

  /**
   * One error for several: the only one as it is; else one that says `summary` and has them all as `others`, or, without
   * a summary, the first with the rest beside it. Raises `RangeError` where there is none.
   */
  static all(errors: readonly SchemaError[], summary?: string): SchemaError {
    const [first, ...rest] = errors;
    if (first === undefined) throw new RangeError('there is no problem to report');
    if (rest.length === 0) return first;
    if (summary !== undefined) return new SchemaError(first.code, summary, { others: errors });
    return first.with({ others: [...first.others, ...rest] });
  }

  /** The same error with some parts changed. */
  with({
    code,
    message,
    ...parts
  }: ErrorParts & { readonly code?: ErrorCode; readonly message?: string }): SchemaError {
    const { detail, hint, location, sqlstate, cause, restores, others } = this;
    const kept = { detail, hint, location, sqlstate, cause, restores, others };
    return new SchemaError(code ?? this.code, message ?? this.message, { ...kept, ...parts });
  }

  get exitCode(): number {
    return ERRORS[this.code];
  }
}
