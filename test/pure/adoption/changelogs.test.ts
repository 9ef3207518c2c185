import { beforeAll, describe, expect, test } from 'vitest';
import { flywayChecksum, graphileHash } from '#src/adoption/checksums.js';
import { flywayLock } from '#src/adoption/flyway/flyway.js';
import { golangMigrateLock } from '#src/adoption/golang-migrate.js';
import { LIQUIBASE } from '#src/adoption/liquibase/liquibase.js';
import { parseYaml } from '#src/adoption/liquibase/yaml.js';
import { runnable, versionsInOrder } from '#src/adoption/place.js';
import { loadParser } from '#src/sql/parser.js';
import { thrownBy } from '../../support/errors/raised.ts';

beforeAll(loadParser);

const convert = (files: Readonly<Record<string, string>>, entry?: string) =>
  LIQUIBASE.convert(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    entry,
  );

const xml = (inside: string): string => `<databaseChangeLog>${inside}</databaseChangeLog>`;
const set = (inside: string, attributes = ''): string =>
  xml(`<changeSet id="1" author="a" ${attributes}>${inside}</changeSet>`);

describe('changelogs', () => {
  test('entities, CDATA, comments and several changes', () => {
    const { migrations } = convert({
      'c.xml': set("<!-- <sql>no</sql> --><sql>SELECT 1 &lt; 2</sql><sql><![CDATA[SELECT '<&>';]]></sql>"),
    });
    expect(migrations[0]?.up).toBe("SELECT 1 < 2\n;\nSELECT '<&>';");
  });

  test.each([
    [
      'a.xml',
      `<?xml version="1.0"?>\n<!DOCTYPE c [ <!ENTITY e SYSTEM "file:///etc/passwd"> ]>\n${set('<sql>&e;</sql>')}`,
    ],
    ['a.xml', `<!DOCTYPE c [ <!ENTITY a "x"> <!ENTITY b "&a;&a;&a;&a;"> ]>${set('<sql>&b;</sql>')}`],
    ['a.xml', `<!doctype databaseChangeLog SYSTEM "http://127.0.0.1:9/x.dtd">${set('<sql>SELECT 1</sql>')}`],
  ])('a DOCTYPE is refused by name, and nothing is read for it: %s', (path, text) => {
    const error = thrownBy(() => convert({ [path]: text }, path));
    expect(error).toMatchObject({ code: 'adoption/unreadable', message: 'a.xml has a DOCTYPE, which is not read' });
    expect(error.location).toMatchObject({ file: 'a.xml', line: text.startsWith('<?xml') ? 2 : 1 });
  });

  test('a DOCTYPE in a comment or in CDATA is text', () => {
    const text = `<!-- <!DOCTYPE a> -->${set("<sql><![CDATA[SELECT '<!DOCTYPE a>']]></sql>")}`;
    expect(convert({ 'a.xml': text }).migrations[0]?.up).toBe("SELECT '<!DOCTYPE a>'\n;");
  });

  test('YAML whose aliases multiply, and JSON that is none', () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `l${n}: &l${n} [${Array(10).fill(n === 0 ? 'x' : `*l${n - 1}`)}]`,
    );
    const bomb = `${levels.join('\n')}\ndatabaseChangeLog: *l11\n`;
    expect(thrownBy(() => convert({ 'a.yaml': bomb }, 'a.yaml')).code).toBe('adoption/unreadable');
    expect(thrownBy(() => convert({ 'a.json': '{"databaseChangeLog": [' }, 'a.json'))).toMatchObject({
      code: 'adoption/unreadable',
      message: expect.stringContaining('a.json is not JSON that can be read'),
    });
  });

  test('JSON says the same as XML', () => {
    const changeSet = { id: 1, author: 'a', changes: [{ sql: { sql: 'SELECT 1' } }], rollback: 'SELECT 2' };
    const { migrations } = convert({ 'c.json': JSON.stringify({ databaseChangeLog: [{ changeSet }] }) });
    expect(migrations).toMatchObject([{ id: 'c.json::1::a', up: 'SELECT 1\n;', down: 'SELECT 2' }]);
  });

  test('changes that are not SQL make a program of their changeset', () => {
    const { migrations } = convert({ 'c.xml': set('<createTable tableName="t"/><sql>SELECT 1</sql>') });
    expect(migrations[0]).toMatchObject({ up: null, notes: ['its changes createTable are not SQL'] });
  });

  test('preconditions that have no query are named; those that only warn too', () => {
    const { migrations } = convert({
      'c.xml': set(
        '<preConditions onFail="CONTINUE"><or><runningAs username="X"/><tableIsEmpty tableName="t"/></or>' +
          '<primaryKeyExists tableName="t"/></preConditions><preConditions onFail="WARN"/><sql>SELECT 1</sql>',
      ),
    });
    expect(migrations[0]?.head).toEqual([
      "check on-fail=skip SELECT (session_user = 'x') OR (NOT EXISTS (SELECT FROM t))",
    ]);
    expect(migrations[0]?.notes).toEqual([
      'the precondition primaryKeyExists t is left out',
      'preconditions with onFail WARN only warn: left out',
    ]);
  });

  test('of an expression over contexts only the words that are not negated are left', () => {
    const { migrations } = convert({ 'c.xml': set('<sql>SELECT 1</sql>', 'context="test and !prod"') });
    expect(migrations[0]?.head).toEqual(['labels test']);
    expect(migrations[0]?.notes).toEqual(['of test and !prod only the words are carried over as labels']);
  });

  test('a rollback in a block comment, of another changeset, and lines to be ignored', () => {
    const { migrations } = convert({
      'c.sql': `--liquibase formatted sql logicalFilePath:old/place.sql
--changeset a:1
CREATE TABLE t (id int);
--ignoreLines:start
\\echo no
--ignoreLines:end
/* liquibase rollback
DROP TABLE t;
*/
--changeset "a b":2
DROP TABLE t;
--rollback changesetId:1 changesetAuthor:a
`,
    });
    expect(migrations.map(({ id, up, down }) => [id, up, down])).toEqual([
      ['old/place.sql::1::a', 'CREATE TABLE t (id int);', 'DROP TABLE t;'],
      ['old/place.sql::2::a b', 'DROP TABLE t;', 'CREATE TABLE t (id int);'],
    ]);
  });

  test.each([
    [
      'XML that ends early',
      { 'c.xml': '<databaseChangeLog>\n  <changeSet' },
      /^c\.xml is not XML that can be read: /,
      1,
    ],
    [
      'an element closed by another',
      { 'c.xml': '<databaseChangeLog></x>' },
      /^c\.xml is not XML that can be read: /,
      1,
    ],
    [
      'a list that never ends',
      { 'c.yml': 'databaseChangeLog:\n  - a: [1\n' },
      /^c\.yml is not YAML that can be read: /,
      3,
    ],
  ])('%s is refused with its place', (_, files, message, line) => {
    const error = thrownBy(() => convert(files));
    expect(error.message).toMatch(message);
    expect([error.code, error.location?.line]).toEqual(['adoption/unreadable', line]);
  });

  test('which changelog is the first, and one that includes itself', () => {
    const two = { 'a.xml': set('<sql>SELECT 1</sql>'), 'b.xml': set('<sql>SELECT 2</sql>') };
    expect(thrownBy(() => convert(two)).detail).toBe('a.xml, b.xml.');
    expect(convert(two, './b.xml').migrations.map(({ id }) => id)).toEqual(['b.xml::1::a']);
    const self = { 'a.xml': xml('<include file="a.xml"/>') };
    expect(thrownBy(() => convert(self, 'a.xml')).message).toBe('the changelog a.xml includes itself');
  });
});

test('YAML: lists at the level of their key, folded and literal text, quotes, comments', () => {
  const text = `a: # one
- b: 'it''s'
  c: "two\\n"
- plain # not this
d: >-
  one
  two

  three
e: |
  if:
    - x # kept
f: [x, y]
g: word
  goes on
h:
`;
  expect(parseYaml(text, 'x.yml')).toEqual({
    a: [{ b: "it's", c: 'two\n' }, 'plain'],
    d: 'one two\nthree',
    e: 'if:\n  - x # kept\n',
    f: ['x', 'y'],
    g: 'word goes on',
    h: null,
  });
});

test('versions are the tool’s own where they rise, else they count', () => {
  const of = (...versions: readonly (string | null)[]) =>
    versionsInOrder(versions.map((version) => ({ kind: 'versioned', version })));
  expect(of('001', '2.0', '10')).toEqual(['1', '2', '10']);
  expect(of('10', '9')).toEqual(['1', '2']);
  expect(of('1', null)).toEqual(['1', '2']);
  expect(of('1', '1.0')).toEqual(['1', '2']);
});

test('what a text needs to run', () => {
  expect(runnable('BEGIN;\nSELECT 1;\nCOMMIT;\n', false)).toEqual({ sql: 'SELECT 1;\n', apart: false, problem: null });
  expect(runnable('BEGIN; SELECT 1; COMMIT; SELECT 2;', false).apart).toBe(true);
  expect(runnable('CREATE INDEX CONCURRENTLY i ON t (a);', false).apart).toBe(true);
  expect(runnable('-- nothing\n', false).sql).toBe('-- nothing\n-- It holds no statement.\nSELECT 1;\n');
  expect(runnable('\\set x 1\nSELECT 1;', false).problem).toMatch(/^it does not parse/);
});

describe('checksums and keys as the tools compute them', () => {
  test("Flyway's does not see line ends, nor a byte order mark", () => {
    expect(flywayChecksum('a\r\nb\n')).toBe(flywayChecksum('\uFEFFab'));
    // CRC-32 of "123456789", the check value of the algorithm, as a signed number.
    expect(flywayChecksum('123456789')).toBe(0xcbf43926 | 0);
    expect(flywayChecksum('a b')).not.toBe(flywayChecksum('ab'));
  });

  test('the key of a lock', () => {
    expect(flywayLock({ schema: 'public', name: 'flyway_schema_history' })).toEqual({
      kind: 'advisory',
      key: 77433833903597n,
    });
    expect(golangMigrateLock({ schema: 'public', name: 'schema_migrations' }, 'shop')).toEqual({
      kind: 'advisory',
      key: 3689236698n,
    });
  });

  test("graphile-migrate's chains", () => {
    expect(graphileHash('SELECT 1;\n\n', null)).toBe(graphileHash('\nSELECT 1;', null));
    expect(graphileHash('SELECT 1;', 'sha1:0')).not.toBe(graphileHash('SELECT 1;', null));
  });
});
