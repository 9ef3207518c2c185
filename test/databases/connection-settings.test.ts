// URLs, service files and variables as libpq reads them; nothing connects.
import { afterAll, describe, expect, test } from 'vitest';
import { labelOfUrl, nameSameDatabase } from '#src/databases/place.js';
import { libpqVariables, resolveSettings } from '#src/databases/postgres-settings.js';
import { parsePostgresUrl } from '#src/databases/postgres-url.js';
import { thrownBy } from '../support/errors/raised.ts';
import { temporaryFolder } from '../support/folders/folder.ts';

const settings = (url: string, variables: Readonly<Record<string, string>> = {}) =>
  resolveSettings(parsePostgresUrl(url), { PGUSER: 'me', ...variables });
const places = (url: string, variables: Readonly<Record<string, string>> = {}) =>
  settings(url, variables).hosts.map(({ host, port }) => `${host} ${port}`);

describe('a URL', () => {
  test('has any of its parts', () => {
    expect(parsePostgresUrl('postgresql://a%40b:p%2Fw@[::1]:6000/my%20db?sslmode=disable&application_name=x')).toEqual({
      user: 'a@b',
      password: 'p/w',
      host: '::1',
      port: '6000',
      dbname: 'my db',
      sslmode: 'disable',
      application_name: 'x',
    });
    expect(parsePostgresUrl('postgres://')).toEqual({});
    expect(parsePostgresUrl('POSTGRES:///d')).toEqual({ dbname: 'd' });
    expect(parsePostgresUrl('postgres://u@/d?host=/cloudsql/a:b:c')).toEqual({
      user: 'u',
      dbname: 'd',
      host: '/cloudsql/a:b:c',
    });
    expect(parsePostgresUrl('postgres://h?ssl=true')).toEqual({ host: 'h', sslmode: 'require' });
    expect(parsePostgresUrl('postgres://u:p@ss@h/d')).toMatchObject({ user: 'u', password: 'p@ss', host: 'h' });
    expect(parsePostgresUrl('postgres://h/d?options=-c%20search_path%3Da')).toMatchObject({
      options: '-c search_path=a',
    });
  });

  test('names several hosts, each with its port, or one port for all', () => {
    expect(places('postgres://a,b:6000,[::1]:7000/d')).toEqual(['a 5432', 'b 6000', '::1 7000']);
    expect(places('postgres:///d?host=a,/run/pg&port=6000')).toEqual(['a 6000', '/run/pg 6000']);
    expect(thrownBy(() => settings('postgres:///d?host=a,b,c&port=1,2')).message).toBe('3 hosts and 2 ports');
    expect(settings('postgres://a,b/d?target_session_attrs=read-write').attributes).toBe('read-write');
    expect(thrownBy(() => settings('postgres://a/d?target_session_attrs=read-wirte'))).toMatchObject({
      code: 'usage/invalid',
      hint: 'Did you mean read-write?',
    });
    expect(labelOfUrl('postgres://u:secret@a,b:6000/d', {})).toBe('u@a:5432,b:6000/d');
  });

  test('has the address of a host beside its name', () => {
    const [host] = settings('postgres://db.example/d?hostaddr=10.0.0.1').hosts;
    expect(host).toMatchObject({ host: 'db.example', address: '10.0.0.1', port: 5432 });
  });

  test.each([
    ['?sslmod=require', 'unknown connection parameter "sslmod" in the database URL', 'Did you mean sslmode?'],
    ['?search_path=x', 'unknown connection parameter "search_path"', 'options=-csearch_path'],
    ['?schema=x', 'unknown connection parameter "schema"', 'options=-csearch_path'],
    ['?connection_limit=5', 'unknown connection parameter "connection_limit"', 'Remove it'],
    ['?SSLMODE=require', 'unknown connection parameter "SSLMODE"', 'Did you mean sslmode?'],
    ['?sslmode=requier', 'unknown sslmode: requier', 'Did you mean require?'],
    ['?require_auth=scram-sha-256', 'the connection parameter require_auth is not supported', 'Leave it out.'],
    ['?channel_binding=require', 'the connection parameter channel_binding is not supported', 'disable or prefer'],
    ['?connect_timeout=soon', 'connect_timeout is not a number', 'seconds'],
    ['?sslmode', 'a parameter is KEY=VALUE', 'Write postgres://'],
    ['?sslmode=%zz', 'a percent sign', 'Write postgres://'],
  ])('with %s is refused', (query, message, hint) => {
    const error = thrownBy(() => settings(`postgres://u:p@h/d${query}`));
    expect([error.code, error.message, error.hint]).toEqual([
      'usage/invalid',
      expect.stringContaining(message),
      expect.stringContaining(hint),
    ]);
  });

  test.each(['?channel_binding=prefer', '?gssencmode=disable', '?keepalives_idle=5', '?client_encoding=latin1'])(
    'with %s loses nothing',
    (query) => expect(places(`postgres://h/d${query}`)).toEqual(['h 5432']),
  );
});

describe('variables', () => {
  test('supply what the URL leaves out, and are refused where they would have no effect', () => {
    expect(places('postgres://', { PGHOST: 'a,b', PGPORT: '1,2' })).toEqual(['a 1', 'b 2']);
    expect(thrownBy(() => settings('postgres://h', { PGREQUIREAUTH: 'md5' })).message).toContain('PGREQUIREAUTH');
    expect(settings('postgres://h', { PGREQUIRESSL: '1' }).sslmode).toBe('require');
    expect(libpqVariables(parsePostgresUrl('postgres://u:p@a,b/d?target_session_attrs=primary'), {})).toEqual({
      PGHOST: 'a,b',
      PGUSER: 'u',
      PGPASSWORD: 'p',
      PGDATABASE: 'd',
      PGTARGETSESSIONATTRS: 'primary',
    });
  });
});

describe('a service', () => {
  const { path, remove } = temporaryFolder('service', {
    'own.conf':
      '# mine\n[other]\nhost=no\n[shop]\nhost = db.example\nport=6000\ndbname=shop\nuser=deploy\n[last]\nhost=x\n',
    'bad.conf': '[shop]\nhots=db\n',
  });
  afterAll(remove);
  const own = { PGSERVICEFILE: `${path}/own.conf`, PGSYSCONFDIR: path };

  test('gives what the URL does not, before the variables', () => {
    const found = settings('postgres://me@?service=shop', { ...own, PGHOST: 'elsewhere', PGUSER: 'other' });
    expect(found).toMatchObject({ user: 'me', database: 'shop', hosts: [{ host: 'db.example', port: 6000 }] });
    expect(places('postgres://', { ...own, PGSERVICE: 'shop' })).toEqual(['db.example 6000']);
    expect(libpqVariables({}, { ...own, PGSERVICE: 'shop' })).toEqual({
      PGHOST: 'db.example',
      PGPORT: '6000',
      PGDATABASE: 'shop',
      PGUSER: 'deploy',
    });
  });

  test.each([
    ['a name that no file has', { PGSERVICE: 'shpo' }, 'there is no definition of the service "shpo"'],
    ['a file that is missing', { PGSERVICE: 'shop', PGSERVICEFILE: `${path}/no.conf` }, 'does not exist'],
    ['a word that is no parameter', { PGSERVICE: 'shop', PGSERVICEFILE: `${path}/bad.conf` }, '"hots"'],
  ])('%s is an error', (_, variables, message) => {
    const error = thrownBy(() => settings('postgres://', { ...own, ...variables }));
    expect([error.code, error.message]).toEqual(['usage/invalid', expect.stringContaining(message)]);
  });
});

describe('whether two URLs name one database', () => {
  const variables = { PGHOST: 'db.example', PGUSER: 'me' };
  test.each([
    ['postgres://a@h/d', 'postgres://b:secret@H:5432/d?sslmode=disable', true],
    ['postgres://u@h/d', 'postgres://u@h/e', false],
    ['postgres://u@h/d', 'postgres://u@h:6000/d', false],
    ['postgres://u@h/u', 'postgres://u@h', true],
    ['postgres://u@localhost/d', 'postgres://u@127.0.0.1/d', true],
    ['postgres://u@localhost/d', 'postgres://u@/d?host=/run/postgresql', true],
    ['postgres://u@a,b/d', 'postgres://u@b/d', true],
    ['postgres://u@db.example/d', 'postgres:///d', true],
    ['postgres://u@x/d?hostaddr=10.0.0.1', 'postgres://u@10.0.0.1/d', true],
    ['pglite://a/b', 'pglite://./a/b/', true],
    ['pglite://a', 'postgres://u@h/a', false],
  ])('%s and %s: %s', async (one, other, same) => {
    expect(await nameSameDatabase(one, other, variables)).toBe(same);
  });
});
