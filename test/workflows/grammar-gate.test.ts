import { expect, test } from 'vitest';
import { refusedByGrammar16 } from '#src/proof/grammar-gate.js';

test('what 17 and 18 brought is not PostgreSQL 16', async () => {
  const refused = await refusedByGrammar16([
    'SELECT 1',
    'CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a) VIRTUAL)',
    'ALTER TABLE t ALTER a SET EXPRESSION AS (3)',
    'CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$',
  ]);
  expect([...refused]).toEqual([
    [1, 'syntax error at or near "VIRTUAL"'],
    [2, 'syntax error at or near "EXPRESSION"'],
  ]);
});

test('more statements than one instance of the parser can hold', async () => {
  const many = Array.from({ length: 1500 }, (_, index) => `CREATE TABLE app.table_${index} (id bigint, name text)`);
  const refused = await refusedByGrammar16([...many, 'CREATE TABLE t (', ...many]);
  expect([...refused.keys()]).toEqual([1500]);
});
