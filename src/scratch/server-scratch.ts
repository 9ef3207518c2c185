// Scratch on a server of the user, for scratch.ts: a separate database for each instance, dropped when it is closed.
import { randomUUID } from 'node:crypto';
import { connectPostgres, type PostgresDatabase, SESSION_SETTINGS } from '../databases/postgres.ts';
import { parsePostgresUrl } from '../databases/postgres-url.ts';
import { SchemaError } from '../errors.ts';
import type { ScratchDatabase } from './interface.ts';
import { subscribes } from './translate.ts';

/**
 * The names of scratch databases start with this text, so that databases of a killed process can be found and dropped.
 */
const PREFIX = 'schema_scratch_';

const SETTINGS = `${SESSION_SETTINGS}; SET statement_timeout = '60s'`;

/**
 * Creates a database on the server that `url` names, and connects to it. Errors: those of a connection;
 * `database/permission` where the role is no superuser.
 */
export async function openServerScratch(url: string): Promise<ScratchDatabase> {
  const admin = await connectPostgres(url, { applicationName: 'schema scratch' });
  const name = `${PREFIX}${randomUUID().replaceAll('-', '')}`;
  try {
    await makeDatabase(admin, name);
    const parameters = { ...parsePostgresUrl(url), dbname: name };
    return served(await connectPostgres(parameters, { applicationName: 'schema scratch' }), admin, name);
  } catch (error) {
    await admin.close();
    throw error;
  }
}

async function makeDatabase(admin: PostgresDatabase, name: string): Promise<void> {
  const [row] = await admin.query("SELECT current_setting('is_superuser') AS super");
  if (row?.['super'] !== 'on') {
    throw new SchemaError('database/permission', `scratch on ${admin.label} needs a superuser`, {
      hint: 'It makes databases, roles and extensions there: name a server set up for that with --scratch.',
    });
  }
  // The locale C has the same order on every system. STRATEGY wal_log copies block by block, without a checkpoint.
  const strategy = admin.serverVersion >= 150000 ? 'STRATEGY wal_log' : '';
  await admin.script(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' ${strategy}`);
}

/**
 * In PGlite a subscription is only a row of pg_subscription; a server would connect to the publisher and receive
 * changes.
 */
function withoutSubscriptions(sql: string): string {
  if (!subscribes(sql)) return sql;
  throw new SchemaError('scratch/unsupported', 'a server that holds scratch would connect to the publisher', {
    hint: 'Leave out --scratch to plan with subscriptions.',
  });
}

async function served(session: PostgresDatabase, admin: PostgresDatabase, name: string): Promise<ScratchDatabase> {
  await session.script(SETTINGS);
  let closed = false;
  const madeRoles = new Set<string>();
  return {
    ...session,
    script: async (sql) => session.script(withoutSubscriptions(sql)),
    bundles: null,
    madeRoles,
    assertAlive: async () => undefined,
    isDead: () => closed,
    addFiles: async () => undefined,
    reset: async () => void (await session.script('DISCARD ALL').then(() => session.script(SETTINGS))),
    async close() {
      if (closed) return;
      closed = true;
      await session.close();
      await admin.script(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch(() => undefined);
      // Roles belong to the cluster: those that this scratch created are dropped with it, unless other objects depend
      // on them by now.
      for (const role of madeRoles) await admin.script(`DROP ROLE IF EXISTS ${role}`).catch(() => undefined);
      await admin.close();
    },
  };
}
