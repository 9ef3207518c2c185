// The part of two catalogs that a change can touch: scratch builds that part and nothing else.
import { expect, test } from 'vitest';
import type { Catalog, DbObject } from '#src/catalog/catalog.js';
import { mentionsIn, part, restrictBoth } from '#src/catalog/restrict.js';
import { catalogOf, childOf, object, schema, sqlFunction } from '../../support/catalogs/catalog.ts';

const app = schema('app');
const users = object('table', 'app.users');
const email = childOf(users, 'table column', 'email');
const names = object('view', 'app.names');
const orders = object('table', 'app.orders');
const all = [app, users, email, names, orders];
const catalog = catalogOf(all, [
  [users, app],
  [orders, app],
  [names, email],
]);

const words = ({ attributes }: DbObject): readonly string[] => String(attributes['definition'] ?? '').split(/\W+/);

/** The references of what is left of `before` and of `after` when `changed` changes. */
function region(
  before: Catalog,
  after: Catalog,
  changed: readonly DbObject[],
  essential = '',
  ambient = '',
  holding = '',
) {
  const { before: one, after: other } = restrictBoth(
    before,
    after,
    new Set(changed.map(({ key }) => key)),
    { before: mentionsIn(before, words), after: mentionsIn(after, words) },
    {
      essential: (kind) => kind === essential,
      ambient: (kind) => kind === ambient,
      holdsValues: (kind) => kind === holding,
    },
  );
  const references = ({ objects }: Catalog) => [...objects.values()].map(({ reference }) => reference);
  return [references(one), references(other)];
}

test('what depends on the change, and what all of that needs; the other table stays out', () => {
  const [before, after] = region(catalog, catalog, [email]);
  expect(before).toEqual(['app', 'app.users', 'app.users.email', 'app.names']);
  expect(after).toEqual(before);
});

test('what the change needs is in, and not what else depends on that', () => {
  expect(region(catalog, catalog, [orders])[0]).toEqual(['app', 'app.orders']);
});

test('a dependency on one side only counts for both', () => {
  const without = catalogOf(all, [[users, app]]);
  expect(region(without, catalog, [email])[0]).toContain('app.names');
});

test('an object that is new is in the part of its own side only', () => {
  const [before, after] = region(catalogOf([app]), catalog, [orders]);
  expect(before).toEqual(['app']);
  expect(after).toEqual(['app', 'app.orders']);
});

test('children that their parent can not be created without come along', () => {
  expect(region(catalog, catalog, [names], 'table column')[0]).toContain('app.users.email');
  const alone = catalogOf([users, email, names], [[names, users]]);
  expect(region(alone, alone, [names])[0]).toEqual(['app.users', 'app.names']);
  expect(region(alone, alone, [names], 'table column')[0]).toEqual(['app.users', 'app.users.email', 'app.names']);
});

test('what stores values of a changed type is in, at any depth', () => {
  const digits = object('domain', 'app.digits');
  const check = childOf(digits, 'domain constraint', 'digits_only');
  const phone = object('composite type', 'app.phone');
  const phones = childOf(orders, 'table column', 'phones');
  const nested = catalogOf(
    [...all, digits, check, phone, phones],
    [
      [phone, digits],
      [phones, phone],
    ],
  );
  expect(region(nested, nested, [check])[0]).not.toContain('app.phone');
  expect(region(nested, nested, [check], '', '', 'composite type')[0]).toContain(phones.reference);
});

test('an ambient kind is always in', () => {
  const privileges = object('default privileges', 'postgres, app, tables');
  const with_ = catalogOf([...all, privileges]);
  expect(region(with_, with_, [orders], '', 'default privileges')[0]).toContain(privileges.reference);
});

test('partitions follow their parent, and bring it along', () => {
  const parent = object('index', 'app.log_at');
  const child = object('index', 'app.log_2026_at', { inherits: [parent.key] });
  const family = catalogOf([parent, child, orders]);
  for (const changed of [parent, child]) {
    expect(region(family, family, [changed])[0]).toEqual(['app.log_at', 'app.log_2026_at']);
  }
});

test('a routine that only the text of a body names is in, through overloads and chains', () => {
  const aa = sqlFunction('app.aa', 'SELECT app.zz()');
  const zz = sqlFunction('app.zz', 'SELECT 1 FROM users');
  const bodies = catalogOf([aa, zz, users, orders]);
  expect(region(bodies, bodies, [aa])[0]).toEqual(['app.aa()', 'app.zz()', 'app.users']);
  expect(region(bodies, bodies, [zz])[0]).toEqual(['app.zz()', 'app.users']);
});

test('a part keeps the order of the whole, and the dependencies among what is left', () => {
  const some = part(catalog, new Set([names.key, email.key]));
  expect([...some.objects.keys()]).toEqual([email.key, names.key]);
  expect(some.dependencies).toEqual([{ dependent: names.key, on: email.key }]);
  expect(part(catalog, new Set([names.key])).dependencies).toEqual([]);
});
