// Plans of catalogs of a few objects: what is done to each, in which order, and what stands in another's statement.
import { describe, expect, test } from 'vitest';
import type { Catalog } from '#src/catalog/catalog.js';
import { KINDS } from '#src/kinds/index.js';
import { makePlan } from '#src/plan/make-plan.js';
import { catalogOf, enumOf, schema, sqlFunction, view } from '../../support/catalogs/catalog.ts';

/** The first lines of the statements, batch by batch; a line of dashes where one batch must commit before the next. */
const statements = (before: Catalog, after: Catalog): readonly string[] =>
  makePlan(before, after, KINDS).batches.flatMap(({ steps, commitAfter }) => [
    ...steps.map(({ sql }) => sql.split('\n')[0] ?? ''),
    ...(commitAfter ? ['-- commit'] : []),
  ]);

const app = schema('app');
const one = view('app.one', ' SELECT 1 AS id;', 'id');
const two = view('app.two', ' SELECT id FROM app.one;', 'id');

describe('order', () => {
  test('what is needed is created first, and dropped last', () => {
    const [empty, full] = [
      catalogOf([]),
      catalogOf(
        [two, one, app],
        [
          [two, one],
          [one, app],
          [two, app],
        ],
      ),
    ];
    expect(statements(empty, full)).toEqual(['CREATE SCHEMA app', 'CREATE VIEW app.one AS', 'CREATE VIEW app.two AS']);
    expect(statements(full, empty)).toEqual(['DROP VIEW app.two', 'DROP VIEW app.one', 'DROP SCHEMA app']);
  });

  test('without a dependency the names decide, so that a plan is the same each time', () => {
    const objects = [enumOf('app.b', 'x'), enumOf('app.a', 'x'), app];
    const after = catalogOf(objects);
    expect(statements(catalogOf([app]), after)).toEqual(['CREATE TYPE app.a AS ENUM (', 'CREATE TYPE app.b AS ENUM (']);
    expect(statements(catalogOf([app]), catalogOf(objects.toReversed()))).toEqual(statements(catalogOf([app]), after));
  });

  test('a SQL function is created after the one that its body calls, which pg_depend does not know', () => {
    const aa = sqlFunction('app.aa', 'SELECT app.zz()');
    const zz = sqlFunction('app.zz', 'SELECT 1');
    expect(statements(catalogOf([app]), catalogOf([app, aa, zz]))).toEqual([
      'CREATE FUNCTION app.zz()',
      'CREATE FUNCTION app.aa()',
    ]);
  });

  test('functions that call each other come in the order of their names: the wish would be a cycle', () => {
    const even = sqlFunction('app.even', 'SELECT app.odd()');
    const odd = sqlFunction('app.odd', 'SELECT app.even()');
    expect(statements(catalogOf([app]), catalogOf([app, odd, even]))).toEqual([
      'CREATE FUNCTION app.even()',
      'CREATE FUNCTION app.odd()',
    ]);
  });

  test('a name is free before another kind takes it', () => {
    const before = catalogOf([app, view('app.mood', ' SELECT 1 AS id;', 'id')]);
    expect(statements(before, catalogOf([app, enumOf('app.mood', 'good')]))).toEqual([
      'DROP VIEW app.mood',
      'CREATE TYPE app.mood AS ENUM (',
    ]);
  });
});

describe('what a change means', () => {
  test('nothing differs: no batch at all', () => {
    expect(makePlan(catalogOf([app, one]), catalogOf([app, one]), KINDS).batches).toEqual([]);
  });

  test('a view that is read gets a new definition in place', () => {
    const uses = [[two, one]] as const;
    const after = view('app.one', ' SELECT 2 AS id;', 'id');
    expect(statements(catalogOf([app, one, two], uses), catalogOf([app, after, two], [[two, after]]))).toEqual([
      'CREATE OR REPLACE VIEW app.one AS',
    ]);
  });

  test('a view that loses a column is created anew, and what reads it with it', () => {
    const wide = view('app.one', ' SELECT 1 AS id, 2 AS n;', 'id', 'n');
    expect(statements(catalogOf([app, wide, two], [[two, wide]]), catalogOf([app, one, two], [[two, one]]))).toEqual([
      'DROP VIEW app.two',
      'DROP VIEW app.one',
      'CREATE VIEW app.one AS',
      'CREATE VIEW app.two AS',
    ]);
  });

  test('a value is added to an enum, and committed before it is used', () => {
    const [before, after] = [enumOf('app.mood', 'good'), enumOf('app.mood', 'good', 'bad')];
    const named = view('app.bad', " SELECT 1 AS id WHERE 'bad'::app.mood IS NOT NULL;", 'id');
    expect(statements(catalogOf([app, before]), catalogOf([app, after, named], [[named, after]]))).toEqual([
      "ALTER TYPE app.mood ADD VALUE 'bad'",
      '-- commit',
      'CREATE VIEW app.bad AS',
    ]);
  });

  test('a value is removed: PostgreSQL has no statement for that, so that the type is created anew', () => {
    const [before, after] = [enumOf('app.mood', 'good', 'bad'), enumOf('app.mood', 'good')];
    expect(statements(catalogOf([app, before]), catalogOf([app, after]))).toEqual([
      'DROP TYPE app.mood',
      'CREATE TYPE app.mood AS ENUM (',
    ]);
  });

  test('owner and comment have statements of their own', () => {
    const after = { ...one, owner: 'keeper', comment: 'All of them' };
    expect(statements(catalogOf([app, one]), catalogOf([app, after]))).toEqual([
      'ALTER VIEW app.one OWNER TO keeper',
      "COMMENT ON VIEW app.one IS 'All of them'",
    ]);
  });
});

describe('a step', () => {
  const [batch] = makePlan(catalogOf([app]), catalogOf([app, one]), KINDS).batches;

  test('says what it does to which object', () => {
    expect(batch?.steps).toMatchObject([{ action: 'create', kind: 'view', name: 'one', subject: 'view app.one' }]);
  });

  test('has the place of the desired statement that asked for it', () => {
    const origin = () => ({ file: 'schema/app.sql', line: 3, column: 1 });
    const plan = makePlan(catalogOf([app]), catalogOf([app, one]), KINDS, { origin });
    expect(plan.batches[0]?.steps[0]?.origin).toEqual(origin());
  });
});

test('what the server does not have is refused before anything is planned, with every place', () => {
  const older = (catalog: Catalog): Catalog => ({ ...catalog, context: { ...catalog.context, serverVersion: 140000 } });
  const safe = { ...one, attributes: { ...one.attributes, options: { security_invoker: 'true' } } };
  expect(() => makePlan(older(catalogOf([app])), older(catalogOf([app, safe])), KINDS)).toThrow(
    'app.one uses security_invoker, which PostgreSQL 14 does not have',
  );
});
