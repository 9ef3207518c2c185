// What differs between two catalogs. The differ knows no kind: a kind only says which attributes are not compared.
import { expect, test } from 'vitest';
import { OWNER } from '#src/catalog/catalog.js';
import { diff } from '#src/diff/diff.js';
import { KINDS } from '#src/kinds/index.js';
import { catalogOf, enumOf, schema, sqlFunction } from '../../support/catalogs/catalog.ts';

const app = schema('app');
const mood = enumOf('app.mood', 'good', 'bad');

/** Each change as `verb reference: what`. */
const told = (...sides: readonly [Parameters<typeof catalogOf>[0], Parameters<typeof catalogOf>[0]]) =>
  diff(catalogOf(sides[0]), catalogOf(sides[1]), KINDS).map((change) =>
    change.action === 'alter'
      ? `alter ${change.after.reference}: ${change.attributes.join(', ')}`
      : `${change.action} ${(change.action === 'drop' ? change.before : change.after).reference}`,
  );

test('equal catalogs differ in nothing, in whatever order their objects come', () => {
  expect(told([app, mood], [mood, app])).toEqual([]);
});

test('what is on one side only is created or dropped', () => {
  expect(told([app], [app, mood])).toEqual(['create app.mood']);
  expect(told([app, mood], [app])).toEqual(['drop app.mood']);
});

test('an attribute, the owner, the comment and the privileges are compared by their values', () => {
  expect(told([mood], [enumOf('app.mood', 'good', 'worse')])).toEqual(['alter app.mood: labels']);
  expect(told([mood], [{ ...mood, owner: 'keeper', comment: 'How it went' }])).toEqual([
    'alter app.mood: owner, comment',
  ]);
  const grant = { grantee: OWNER, privilege: 'USAGE', grantable: false, column: null };
  expect(told([{ ...mood, grants: [grant] }], [{ ...mood, grants: [{ ...grant }] }])).toEqual([]);
  expect(told([{ ...mood, grants: [grant] }], [{ ...mood, grants: [{ ...grant, grantable: true }] }])).toEqual([
    'alter app.mood: grants',
  ]);
});

test('an attribute that its kind ignores is not compared', () => {
  const before = sqlFunction('app.f', 'SELECT 1');
  const after = { ...before, attributes: { ...before.attributes, securityDefiner: true } };
  expect(told([before], [after])).toEqual([]);
});

test('changes come in the order of their keys', () => {
  const [a, b, c] = ['app.a', 'app.b', 'app.c'].map((reference) => enumOf(reference, 'x'));
  if (!a || !b || !c) throw new Error('three enums');
  expect(told([c, a], [b, { ...a, comment: 'new' }])).toEqual(['alter app.a: comment', 'create app.b', 'drop app.c']);
});
