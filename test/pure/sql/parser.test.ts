import { beforeAll, describe, expect, it } from 'vitest';
import { nameOf, tokens } from '#src/sql/lexer.js';
import { loadParser, splitStatements } from '#src/sql/parser.js';
import { byteToOffset, locate, offsetOfCodePoint } from '#src/sql/source.js';
import { thrownBy } from '../../support/errors/raised.ts';

beforeAll(() => loadParser());

const texts = (sql: string) => splitStatements(sql).map((statement) => statement.text);

const parseError = (sql: string) => thrownBy(() => splitStatements(sql, 'a.sql'));

describe('statements', () => {
  it('end at semicolons that the grammar sees', () => {
    expect(
      texts(`create function f() returns text language plpgsql as $f$ begin return ';'; end $f$;
        create function g() returns int begin atomic select 1; select 2; end;
        ;; select 'a;''b', E'\\';', "x;y", $$;$$ /* ; /* nested ; */ ; */ ; -- ;
        select 2 -- no semicolon`),
    ).toEqual([
      "create function f() returns text language plpgsql as $f$ begin return ';'; end $f$",
      'create function g() returns int begin atomic select 1; select 2; end',
      `select 'a;''b', E'\\';', "x;y", $$;$$`,
      'select 2',
    ]);
  });

  it('have character offsets, whatever bytes the characters take', () => {
    const sql = "-- é 日本 🐘\ncreate table é (a text default '🐘');\r\n  create view 🐘 as select 1;";
    const found = splitStatements(sql);
    expect(found.map(({ start, end }) => sql.slice(start, end))).toEqual(found.map(({ text }) => text));
    expect(found.map(({ type }) => type)).toEqual(['CreateStmt', 'ViewStmt']);
    const column = JSON.stringify(found[0]?.node).match(/"colname":"a".*"location":(\d+)/)?.[1];
    expect(sql.slice(Number(column)).startsWith('a text')).toBe(true);
  });

  it('take the comments right before them along', () => {
    const [first, second, third] = splitStatements(`-- license

      -- schema:renamed-from a
      /* why */ create table b (); -- remark on b
      -- about c
      create table c ();
      -- set off

      create table d ();`);
    expect(first?.comments).toEqual(['-- schema:renamed-from a', '/* why */']);
    expect(second?.comments).toEqual(['-- about c']);
    expect(third?.comments).toEqual([]);
  });

  it.each(['', '  \n', '-- only a comment', '/* and */ ;;'])('may be none: %j', (sql) => {
    expect(splitStatements(sql)).toEqual([]);
  });
});

describe('a syntax error', () => {
  it('has its line, column in characters, and line of text', () => {
    const error = parseError("select 'é🐘';\r\n  select 'é🐘', from x;\r\n");
    expect(error.code).toBe('desired/parse');
    expect(error.message).toContain('"from"');
    expect(error.location).toEqual({ file: 'a.sql', line: 2, column: 16, text: "  select 'é🐘', from x;" });
  });

  it.each([
    ["select 'abc", 'unterminated quoted string', 8],
    ['select $$abc', 'unterminated dollar-quoted string', 8],
    ['select 1 from', 'syntax error at end of input', 14],
    ['select /* x', 'unterminated /* comment', 8],
    ['select 1;\0 drop table x', 'NUL', 10],
  ])('%j', (sql, message, column) => {
    const error = parseError(sql);
    expect(error.message).toContain(message);
    expect(error.location?.column).toBe(column);
  });
});

it('does not grow with the number of calls, nor slow down on large files', () => {
  const statement = `create table app.t (id bigint primary key, name text not null default 'é', check (name <> ''));\n`;
  splitStatements(statement.repeat(20_000));
  const before = process.memoryUsage().rss;
  for (let count = 0; count < 20_000; count += 1) splitStatements(statement);
  for (let count = 0; count < 2_000; count += 1) parseError(`${statement}selec`);
  expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
}, 60_000);

describe('places', () => {
  it('count lines and characters from 1', () => {
    expect(locate('ab\r\ncd🐘e', 8, 'f')).toEqual({ file: 'f', line: 2, column: 4, text: 'cd🐘e' });
    expect(locate('', 5, 'f')).toEqual({ file: 'f', line: 1, column: 1, text: '' });
  });

  it('convert bytes and code points', () => {
    const text = 'aé日🐘'.repeat(2000);
    const toOffset = byteToOffset(text);
    for (let offset = 0; offset < text.length; offset += 5) {
      expect(toOffset(Buffer.byteLength(text.slice(0, offset)))).toBe(offset);
    }
    expect(offsetOfCodePoint('a🐘b', 2)).toBe(3);
  });
});

it('reads tokens', () => {
  const sql = `Select "A""b", e'\\'', u&'x', $t$ ' $t$, $1, 1.5e3 /* /* */ */ -- end`;
  const found = [...tokens(sql)].filter(({ kind }) => kind !== 'symbol');
  expect(found.map(({ kind }) => kind)).toEqual([
    'word',
    'quoted name',
    'string',
    'string',
    'string',
    'parameter',
    'number',
    'comment',
    'comment',
  ]);
  expect(found.slice(0, 2).map((token) => nameOf(sql, token))).toEqual(['select', 'A"b']);
});
