// Detects a transaction pooler, which a run refuses: it gives each statement to any server session, so that locks,
// settings and CONCURRENTLY lose their meaning.
import { randomUUID } from 'node:crypto';
import type { Database } from '../databases/database.ts';
import { rolledBack } from '../databases/transaction.ts';
import { SchemaError } from '../errors.ts';

/**
 * Refuses a transaction pooler by its effects. Without a pooler, sessions that are open at the same time have different
 * backends, keep their settings, and keep their backends while the other one is in a transaction. Raises
 * `database/pooler`.
 */
export async function refusePooler(work: Database, guard: Database | null): Promise<void> {
  const before = await backendOf(work);
  if (guard !== null && (await backendOf(guard)) === before) {
    throw pooler(work, 'Two sessions that were opened together are in the same backend.');
  }
  await refuseLostMarker(work, before);
  if (guard === null) return;
  await refuseLostMarker(guard, await backendOf(guard));
  const guarding = await backendOf(guard);
  await rolledBack(work, 'BEGIN', async () => {
    if ((await backendOf(guard)) !== guarding || (await backendOf(work)) !== before) {
      throw pooler(work, 'A session changes its backend while another one is in a transaction.');
    }
  });
}

async function backendOf(database: Database): Promise<number> {
  const [row] = await database.query('SELECT pg_catalog.pg_backend_pid() AS pid');
  return Number(row?.['pid']);
}

/** A marker that is set in one statement must be there in the next statements, in the same backend. */
async function refuseLostMarker(database: Database, backend: number): Promise<void> {
  const marker = randomUUID();
  await database.query("SELECT pg_catalog.set_config('schema.session', $1, false)", [marker]);
  for (let attempt = 0; attempt < 3; attempt++) {
    const [row] = await database.query(
      "SELECT pg_catalog.pg_backend_pid() AS pid, pg_catalog.current_setting('schema.session', true) AS marker",
    );
    if (Number(row?.['pid']) === backend && row?.['marker'] === marker) continue;
    throw pooler(database, 'Two statements of one session were given to different server sessions.');
  }
}

const pooler = (database: Database, detail: string): SchemaError =>
  new SchemaError('database/pooler', `${database.label} is reached through a transaction pooler`, {
    detail: `${detail}${guess(database.label)} Nothing ran.`,
    hint: 'Use the address of the server itself, or a pool in session mode (PgBouncer: pool_mode = session).',
  });

/** Usual ports and host names of poolers. They are only added to the message, and are never a reason to refuse. */
function guess(label: string): string {
  if (/-pooler\b/.test(label)) return ' The host is named as a pooler; without "-pooler" it is usually the server.';
  const port = /:(6432|6543)\b/.exec(label)?.[1];
  return port === undefined ? '' : ` Port ${port} is usually a pooler's; the server's is usually 5432.`;
}
