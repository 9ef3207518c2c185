import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scratch } from '#src/scratch/interface.js';
import { startScratch } from '#src/scratch/scratch.js';
import {
  dollarQuote,
  identifierBytes,
  isTooLong,
  qualifiedName,
  quoteIdentifier,
  quoteLiteral,
  truncateIdentifier,
} from '#src/sql/identifiers.js';

let server: Scratch;
beforeAll(async () => {
  server = await startScratch();
}, 60_000);
afterAll(() => server.close());

describe('names', () => {
  it('are quoted as quote_ident() quotes them', async () => {
    const keywords = await server.query('SELECT word FROM pg_get_keywords()');
    const names = [
      ...keywords.map((row) => String(row['word'])),
      ...[
        'users',
        'Users',
        'a b',
        'a"b',
        'a$b',
        '_a1',
        '1a',
        'é',
        'ta.ble',
        'x-y',
        '日本',
        "a'b",
        'name',
        'value',
        '$user',
      ],
    ];
    const rows = await server.query('SELECT n, quote_ident(n) AS quoted FROM unnest($1::text[]) AS n', [names]);
    for (const row of rows) expect(quoteIdentifier(String(row['n']))).toBe(row['quoted']);
    expect(rows.length).toBe(names.length);
  });

  it('carry their schema', () => {
    expect(qualifiedName('app', 'Users')).toBe('app."Users"');
    expect(qualifiedName(null, 'order')).toBe('"order"');
  });

  it('are measured and cut in bytes, as the server cuts them', async () => {
    const long = 'é'.repeat(40);
    expect([identifierBytes(long), isTooLong(long), isTooLong('a'.repeat(63))]).toEqual([80, true, false]);
    const [row] = await server.query(`SELECT '${long}'::name::text AS cut`);
    expect(truncateIdentifier(long)).toBe(row?.['cut']);
  });
});

describe('constants', () => {
  const texts = ['', "it's", 'a\\b', "\\'", '$$', 'a$', '$_$', 'line\nbreak', '$$ $_$ $_2$', 'é 日本 🐘', '--', '$1'];

  it('are quoted as quote_literal() quotes them', async () => {
    const rows = await server.query('SELECT t, quote_literal(t) AS quoted FROM unnest($1::text[]) AS t', [texts]);
    for (const row of rows) expect(quoteLiteral(String(row['t']))).toBe(row['quoted']);
  });

  it.each(texts)('dollar quotes give %j back', async (text) => {
    const [row] = await server.query(`SELECT ${dollarQuote(text)} AS text, ${quoteLiteral(text)} AS literal`);
    expect(row).toEqual({ text, literal: text });
  });
});
