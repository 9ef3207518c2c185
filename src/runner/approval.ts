// Approval without a server: a digest of exactly these pending files and exactly this database.
import { createHash } from 'node:crypto';
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { historyKey, type Migration } from '../migrations/file.ts';
import type { Direction } from './events.ts';
import type { HistoryRow, Recorded } from './history/history.ts';
import { databaseIdentity, mark, markedAs } from './history/protection.ts';
import type { Run } from './run.ts';

/** The facts that the digest is made of. */
export interface ToApprove {
  readonly direction: Direction;
  readonly recorded: Recorded;
  /** The files that would run, in their order. */
  readonly files: readonly Migration[];
  readonly callbacks: readonly Migration[];
  /** The fingerprint of the database as it is. */
  readonly fingerprint: string | null;
}

/** `sha256:` and hexadecimal digits. Any change of the files, the history or the database changes the digest. */
export async function approvalDigest(database: Database, what: ToApprove): Promise<string> {
  const { direction, recorded, files, callbacks, fingerprint } = what;
  const rows = [...recorded.rows, ...recorded.repeatables.values(), ...(recorded.baseline ? [recorded.baseline] : [])];
  const content = [
    await databaseIdentity(database),
    fingerprint,
    rows.filter((row) => row.state !== 'undone').map(factsOf),
    direction,
    files.map((file) => [historyKey(file), file.path, file.wholeChecksum, file.conf?.checksum]),
    callbacks.map((callback) => [callback.path, callback.checksum]),
  ];
  return `sha256:${createHash('sha256').update(JSON.stringify(content), 'utf8').digest('hex')}`;
}

const factsOf = (row: HistoryRow) => [row.key, row.state, row.checksum, row.statementsDone];

/** The digest that was given, and the protected environment whose database this is. */
export interface Approval {
  readonly approve?: string | undefined;
  readonly protectedBy?: string | null | undefined;
}

/** Whether a run must be approved: its database is protected, or it was given a digest. */
export const mustApprove = ({ approve, protectedBy }: Approval): boolean =>
  approve !== undefined || protectedBy != null;

/** What the settings say of the database. */
export interface Named {
  /** The protected environment whose database this is, as far as the settings tell. */
  readonly protectedBy?: string | null | undefined;
  /** The active environment. */
  readonly environment?: string | null | undefined;
}

/**
 * The protected environment whose database this is: by the settings, or by the mark of an earlier run. Another
 * environment that is named is taken at its word, for a copy of the whole cluster has the mark as well.
 */
export const protection = async ({ writer }: Run, { protectedBy, environment }: Named): Promise<string | null> =>
  protectedBy ?? (environment == null ? await markedAs(writer) : null);

/** Marks the database of a protected environment, and takes the mark away once that environment is not protected. */
export async function keepMark({ writer }: Run, { protectedBy, environment }: Named): Promise<void> {
  if (protectedBy != null) await mark(writer, protectedBy, true);
  else if (environment != null && (await markedAs(writer)) === environment) await mark(writer, environment, false);
}

/** Raises `runner/approval` where what is pending now is not approved. */
export async function refuseUnapproved(
  database: Database,
  { approve, protectedBy }: Approval,
  what: ToApprove,
): Promise<void> {
  const digest = await approvalDigest(database, what);
  if (approve === undefined) {
    const message = `this is the database of the environment ${protectedBy}, which is protected`;
    throw new SchemaError('runner/approval', message, {
      detail: `${what.files.map(({ path }) => path).join(', ')}, digest ${digest}.`,
      hint: `Nothing ran. Review it, then approve exactly this: --approve ${digest}`,
    });
  }
  const short = approve.replace(/^sha256:/, '').toLowerCase();
  if (short.length >= 12 && digest.slice('sha256:'.length).startsWith(short)) return;
  throw new SchemaError('runner/approval', 'the approval does not stand for what is pending here', {
    detail: `Approved was ${approve}, pending is ${digest}: files, history or database have changed since, or it is another database.`,
    hint: 'Nothing ran. Review what is pending now: `schema status` prints its digest.',
  });
}
