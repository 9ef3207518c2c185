// A catalog with its relations looked up: parents, dependencies, and what a parent table brings about in its partitions.
import { expect, test } from 'vitest';
import { sideOf } from '#src/catalog/side.js';
import { catalogOf, childOf, object, schema } from '../../support/catalogs/catalog.ts';

const app = schema('app');
const users = object('table', 'app.users');
const id = childOf(users, 'table column', 'id');
const names = object('view', 'app.names');

test('a child depends on its parent, also where pg_depend does not say so', () => {
  const side = sideOf(catalogOf([app, users, id], [[users, app]]));
  expect(side.children(users.key)).toEqual([id]);
  expect(side.dependencies(id.key)).toEqual([users.key]);
  expect(side.dependencies(users.key)).toEqual([app.key]);
  expect(side.children(id.key)).toEqual([]);
});

test('dependents are the other way round, each once', () => {
  const side = sideOf(
    catalogOf(
      [users, id, names],
      [
        [names, users],
        [names, users],
        [names, id],
      ],
    ),
  );
  expect(side.dependents(users.key)).toEqual([id.key, names.key]);
  expect(side.dependents(id.key)).toEqual([names.key]);
});

test('an object does not depend on itself: a recursive function', () => {
  expect(sideOf(catalogOf([names], [[names, names]])).dependencies(names.key)).toEqual([]);
});

test('a base type and its input function need each other', () => {
  const type = object('type', 'app.tag');
  const input = object('function', 'app.tag_in(cstring)');
  const side = sideOf(
    catalogOf(
      [type, input, app],
      [
        [type, input],
        [input, type],
        [type, app],
      ],
    ),
  );
  expect(side.circular(type.key)).toEqual([input.key]);
  expect(side.circular(app.key)).toEqual([]);
});

test('the index of a partition is an inheritance child of the index of the partitioned table', () => {
  const parent = object('index', 'app.log_at');
  const child = object('index', 'app.log_2026_at', { inherits: [parent.key] });
  expect(sideOf(catalogOf([parent, child])).inheritanceChildren(parent.key)).toEqual([child]);
});

test('an object that is not there has no relations', () => {
  const side = sideOf(catalogOf([]));
  expect(side.get(users.key)).toBeUndefined();
  expect(side.dependencies(users.key)).toEqual([]);
  expect(side.dependents(users.key)).toEqual([]);
  expect(side.inheritanceChildren(users.key)).toEqual([]);
});
