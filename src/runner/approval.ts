// Approval without a server: a digest of exactly these pending files and exactly this database.
import { createHash } from 'node:crypto';
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { historyKey, type Migration } from '../migrations/file.ts';
import type { Direction } from './events.ts';
import type { HistoryRow, Recorded } from './history/history.ts';

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

/** Cluster, database and oid. A copy restored in another cluster, or a recreated database, has another identity. */
async function databaseIdentity(database: Database): Promise<readonly string[]> {
  const [row] = await database.query(
    'SELECT oid::text, datname::text FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()',
  );
  const system = await database
    .query('SELECT system_identifier::text AS id FROM pg_catalog.pg_control_system()')
    .then(([found]) => String(found?.['id'] ?? ''))
    // Some hosted servers do not let users execute this function.
    .catch(() => '');
  return [system, String(row?.['oid'] ?? ''), String(row?.['datname'] ?? '')];
}
