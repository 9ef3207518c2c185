import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, redactUrl } from '#src/databases/open.js';
import { connectPostgres } from '#src/databases/postgres.js';
import { resolveSettings } from '#src/databases/postgres-settings.js';
import { parsePostgresUrl } from '#src/databases/postgres-url.js';
import { SchemaError } from '#src/errors.js';
import { errorOf } from '../support/errors/raised.ts';
import { edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

const SECRET = 'corr3ct-horse';

/** Everything of an error that a person or a log may see. */
function textOf(error: unknown): string {
  if (!(error instanceof SchemaError)) return String(error);
  const { message, detail, hint, stack, cause } = error;
  return [message, detail, hint, stack, JSON.stringify(cause), String(cause)].join('\n');
}

async function failure(work: Promise<unknown>): Promise<SchemaError> {
  const error = await errorOf(work);
  expect(textOf(error)).not.toContain(SECRET);
  return error;
}

describe.each(edgeMajors)('PostgreSQL %i', (major) => {
  let fresh: FreshDatabase;
  const withUser = (user: string, password: string, parameters = ''): string => {
    const url = new URL(fresh.url);
    url.username = user;
    url.password = password;
    return `${url.href}${parameters}`;
  };
  beforeAll(async () => {
    fresh = await freshDatabase(major);
    const admin = await openDatabase(fresh.url);
    await admin.script(`DROP ROLE IF EXISTS app_login; CREATE ROLE app_login LOGIN PASSWORD '${SECRET}'`);
    await admin.close();
  });
  afterAll(() => fresh?.drop());

  it('connects with a password', async () => {
    const database = await openDatabase(withUser('app_login', SECRET), { applicationName: 'the test' });
    const [row] = await database.query("SELECT current_user AS who, current_setting('application_name') AS name");
    expect(row).toEqual({ who: 'app_login', name: 'the test' });
    expect(database.label).toContain(`app_login@127.0.0.1`);
    expect(database.label).not.toContain(SECRET);
    await database.close();
  });

  it('explains a wrong password, a missing database and a missing role', async () => {
    const wrong = await failure(openDatabase(withUser('app_login', `${SECRET}-not`)));
    expect(wrong).toMatchObject({ code: 'database/connection', sqlstate: '28P01', exitCode: 11 });
    expect(wrong.hint).toContain('password');
    const none = await failure(openDatabase(withUser('app_login', '')));
    expect([none.message, none.hint]).toEqual([
      expect.stringContaining('the server asks for a password, and none is given'),
      expect.stringContaining('PGPASSWORD'),
    ]);
    const url = new URL(withUser('postgres', SECRET));
    url.pathname = '/no_such_database';
    const missing = await failure(openDatabase(url.href));
    expect(missing).toMatchObject({ code: 'database/connection', sqlstate: '3D000' });
    expect(missing.message).toContain('no_such_database');
    expect(await failure(openDatabase(withUser('no_such_role', SECRET)))).toMatchObject({
      code: 'database/connection',
    });
  });

  it('refuses plain text where TLS is required', async () => {
    for (const mode of ['require', 'verify-ca', 'verify-full']) {
      const refused = await failure(openDatabase(withUser('postgres', SECRET, `?sslmode=${mode}`)));
      expect(refused).toMatchObject({ code: 'database/connection' });
      expect(refused.message).toContain('does not support SSL');
      expect(refused.hint).toContain(`sslmode=${mode}`);
    }
    for (const mode of ['disable', 'allow', 'prefer']) {
      await (await openDatabase(withUser('postgres', '', `?sslmode=${mode}`))).close();
    }
  });

  it('uses the PG* variables for what is left out', async () => {
    const url = new URL(fresh.url);
    const set = { PGHOST: url.hostname, PGPORT: url.port, PGUSER: 'app_login', PGPASSWORD: SECRET };
    Object.assign(process.env, set);
    try {
      const database = await connectPostgres(`postgres:///${fresh.name}`);
      expect(await database.query('SELECT current_user AS who')).toEqual([{ who: 'app_login' }]);
      await database.close();
      const other = await connectPostgres({ dbname: fresh.name, user: 'postgres' });
      expect(await other.query('SELECT current_user AS who')).toEqual([{ who: 'postgres' }]);
      await other.close();
    } finally {
      for (const name of Object.keys(set)) delete process.env[name];
    }
  });

  it('goes to the first of several hosts that answers and is as wanted', async () => {
    const { hostname, port } = new URL(fresh.url);
    const hosts = (query: string): string =>
      `postgres://postgres@127.0.0.1:1,${hostname}:${port}/${fresh.name}${query}`;
    for (const query of ['', '?target_session_attrs=read-write', '?target_session_attrs=prefer-standby']) {
      const database = await openDatabase(hosts(query));
      expect(database.label).toBe(`postgres@127.0.0.1:${port}/${fresh.name}`);
      const other = await database.another?.('other');
      expect(other?.label).toBe(database.label);
      await other?.close();
      await database.close();
    }
    const refused = await failure(openDatabase(hosts('?target_session_attrs=standby')));
    expect(refused).toMatchObject({ code: 'database/connection', detail: expect.stringContaining('127.0.0.1:1/') });
    expect(refused.message).toContain('is not standby');
  });

  it('survives losing the connection', async () => {
    const [victim, killer] = await Promise.all([openDatabase(fresh.url), openDatabase(fresh.url)]);
    const [row] = await victim.query('SELECT pg_backend_pid() AS pid');
    const pending = failure(victim.query('SELECT pg_sleep(60)'));
    const queued = failure(victim.query('SELECT 1'));
    await killer.query('SELECT pg_terminate_backend($1)', [row?.['pid']]);
    expect((await pending).code).toBe('database/connection');
    expect((await queued).code).toBe('database/connection');
    expect((await failure(victim.script('SELECT 1'))).code).toBe('database/connection');
    await victim.close();

    const idle = await openDatabase(fresh.url);
    const [other] = await idle.query('SELECT pg_backend_pid() AS pid');
    await killer.query('SELECT pg_terminate_backend($1)', [other?.['pid']]);
    await sleep(100);
    expect((await failure(idle.query('SELECT 1'))).code).toBe('database/connection');
    await idle.close();
    await killer.close();
  });

  it('does not let COPY … STDIN hang', async () => {
    const database = await openDatabase(fresh.url);
    await database.script('CREATE TEMPORARY TABLE c (a int)');
    expect((await failure(database.script('COPY c FROM STDIN'))).code).toBe('database/query');
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('overrides settings that would change what is read', async () => {
    const admin = await openDatabase(fresh.url);
    await admin.script(`ALTER DATABASE ${fresh.name} SET DateStyle = 'German';
      ALTER DATABASE ${fresh.name} SET TimeZone = 'Asia/Tokyo'; ALTER DATABASE ${fresh.name} SET quote_all_identifiers = on`);
    await admin.close();
    const database = await openDatabase(fresh.url);
    const [row] = await database.query(
      "SELECT date '2024-01-31' AS day, now()::text ~ '[+]00$' AS utc, quote_ident('a') AS a",
    );
    expect(row).toEqual({ day: '2024-01-31', utc: true, a: 'a' });
    await database.close();
  });
});

describe('a server that cannot be reached', () => {
  it('is a connection error with a hint', async () => {
    const refused = await failure(openDatabase(`postgres://me:${SECRET}@127.0.0.1:1/x`));
    expect(refused).toMatchObject({ code: 'database/connection', exitCode: 11 });
    expect(refused.message).toContain('me@127.0.0.1:1/x');
    expect(refused.hint).toContain('running');
    const unknown = await failure(openDatabase(`postgres://me:${SECRET}@no-such-host.invalid/x`));
    expect(unknown.code).toBe('database/connection');
    const socket = await failure(openDatabase(`postgres://me:${SECRET}@%2Fno%2Fsuch%2Ffolder/x`));
    expect(socket.code).toBe('database/connection');
  });

  it('is given up in time', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const url = `postgres://me:${SECRET}@127.0.0.1:${port}/x`;
    const late = await failure(openDatabase(url, { connectTimeoutMs: 300 }));
    expect(late.code).toBe('database/connection');
    silent.close();
  });
});

describe('URLs', () => {
  it('refuses what is no database URL, and never repeats a password', async () => {
    for (const url of ['mysql://u:p@h/d', 'pglite://', 'nonsense']) {
      expect(await failure(openDatabase(url))).toMatchObject({ code: 'usage/invalid', exitCode: 64 });
    }
    const malformed = [`postgres://me:${SECRET}/#?@h:x/d`, `postgres://me:${SECRET}%zz@h/d`, `my://me:${SECRET}@h`];
    for (const url of malformed) expect((await failure(openDatabase(url))).code).toBe('usage/invalid');
    expect((await failure(openDatabase('postgres://h/d?sslmode=maybe'))).code).toBe('usage/invalid');
    expect((await failure(openDatabase('postgres://h/d?sslmode=require&sslrootcert=/no/file'))).code).toBe(
      'database/connection',
    );
  });

  it('are shown without passwords', () => {
    expect(redactUrl(`postgres://me:${SECRET}@h:5432/d?a=b`)).toBe('postgres://me:***@h:5432/d?a=b');
    expect(redactUrl('postgres://me@h/d')).toBe('postgres://me@h/d');
    expect(redactUrl('pglite://.schema/db')).toBe('pglite://.schema/db');
    for (const password of ['a@b', 'a/b', 'a?b', 'a#b', '12?b', 'a:b', 'a b']) {
      expect(redactUrl(`postgres://me:${password}${SECRET}@h/d`)).toBe('postgres://me:***@h/d');
    }
    expect(redactUrl(`postgres://h/d?user=x&password=${SECRET}&b=c`)).toBe('postgres://h/d?user=x&password=***&b=c');
  });

  it('are read as libpq reads them', () => {
    const url = 'postgresql://a%40b:p%2Fw@[::1]:6000/my%20db?sslmode=disable&connect_timeout=3&application_name=x';
    expect(resolveSettings(parsePostgresUrl(url), {})).toMatchObject({
      hosts: [{ host: '::1', port: 6000, attempts: [false] }],
      user: 'a@b',
      password: 'p/w',
      database: 'my db',
      connectTimeoutMs: 3000,
      applicationName: 'x',
    });
    const socket = resolveSettings(parsePostgresUrl('postgres:///d?host=/run/pg&user=u'), { PGUSER: 'other' });
    expect(socket).toMatchObject({ hosts: [{ host: '/run/pg', attempts: [false] }], user: 'u', database: 'd' });
    const tls = (mode: string) => resolveSettings({ host: 'h', user: 'u', sslmode: mode }, {}).hosts[0]?.attempts;
    expect(tls('prefer')).toEqual([{ rejectUnauthorized: false }, false]);
    expect(tls('allow')).toEqual([false, { rejectUnauthorized: false }]);
    expect(tls('verify-full')).toMatchObject([{ rejectUnauthorized: true }]);
    expect(resolveSettings({ host: 'h', user: 'u' }, { PGSSLMODE: 'disable' }).hosts[0]?.attempts).toEqual([false]);
  });
});
