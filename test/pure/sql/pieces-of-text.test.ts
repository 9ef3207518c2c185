import { beforeAll, expect, test } from 'vitest';
import { loadParser, splitStatements } from '#src/sql/parser.js';
import { endsOfPieces } from '#src/sql/pieces-of-text.js';
import { thrownBy } from '../../support/errors/raised.ts';

beforeAll(loadParser);

const TRICKY = `INSERT INTO t VALUES ('a;b'); -- it's; one
SELECT ';' /* ; */, ";", $$;$$, $x$;$$;$x$;
CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END;
CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2);
begin; select 1; end;
`;

test('a text is cut after whole statements only', () => {
  const ends = endsOfPieces(TRICKY, 1);
  const pieces = ends.map((end, index) => TRICKY.slice(ends[index - 1] ?? 0, end).trim());
  expect(pieces).toEqual([
    "INSERT INTO t VALUES ('a;b');",
    `-- it's; one\nSELECT ';' /* ; */, ";", $$;$$, $x$;$$;$x$;`,
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END;',
    'CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2);',
    'begin;',
    'select 1;',
    'end;',
    '',
  ]);
  expect(endsOfPieces('SELECT 1; SELECT 2')).toEqual([18]);
});

test('a long text has the statements, offsets and error places of its parts', () => {
  const part = `${TRICKY}-- the comment\nINSERT INTO ö VALUES (1, '${'ü'.repeat(50)}', NULL), (f(2), DEFAULT, 3);\n`;
  const count = 30;
  const long = part.repeat(count);
  const [short, found] = [splitStatements(part), splitStatements(long, 'long.sql', 2000)];
  expect(found).toHaveLength(short.length * count);
  for (const at of [0, 1, short.length, Math.floor(count / 2) * short.length + 3, found.length - 1]) {
    const { start, end, text, type } = found[at] ?? { start: 0, end: 0, text: '', type: '' };
    expect([type, text, long.slice(start, end)]).toEqual([
      short[at % short.length]?.type,
      short[at % short.length]?.text,
      text,
    ]);
  }
  expect(found.at(-1)?.comments).toEqual(['-- the comment']);
  const error = thrownBy(() => splitStatements(`${long}SELECT 1;\nSELEC 2;`, 'long.sql', 2000));
  expect([error.sqlstate, error.location?.line, error.location?.column, error.location?.text]).toEqual([
    '42601',
    long.split('\n').length + 1,
    1,
    'SELEC 2;',
  ]);
});
