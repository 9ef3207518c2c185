// Whatever a statement changes on a live server, the catalog that is read there tells.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '#src/catalog/catalog.js';
import type { Database } from '#src/databases/database.js';
import { openDatabase } from '#src/databases/open.js';
import { readStatements } from '#src/desired/statements.js';
import { type Change, diff } from '#src/diff/diff.js';
import { introspect } from '#src/introspect/introspect.js';
import { KINDS } from '#src/kinds/index.js';
import type { Kind } from '#src/kinds/kind.js';
import { WORDS } from '#src/kinds/words.js';
import { loadParser } from '#src/sql/parser.js';
import { managedBy } from '#src/states/desired.js';
import { ALTERATIONS, type Alteration } from '../support/completeness/alterations.ts';
import { ALTERATIONS_OF_TABLES } from '../support/completeness/alterations-of-tables.ts';
import { edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

const ALL: readonly Alteration[] = [...ALTERATIONS, ...ALTERATIONS_OF_TABLES];
const text = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const POPULATED = text('populated.sql');
const AROUND = text('populated-around.sql');

/** A server has a module for each provider; here the rows are enough. */
const LABELLED = `
  SET LOCAL allow_system_table_mods = on;
  INSERT INTO pg_catalog.pg_seclabel VALUES ('farm.animals'::regclass, 'pg_class'::regclass, 0, 'guard', 'open')`;
const ROLES = ['keeper', 'reader']
  .map((role) => `DO $$ BEGIN CREATE ROLE ${role}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`)
  .join(';\n');

/** The statements without those lines that are for other servers. */
const onMajor = (sql: string, major: number): string =>
  sql.replace(/^-- (since|before) (\d+)\n(.*\n)/gm, (_, word: string, bound: string, line: string) =>
    (word === 'since') === major >= Number(bound) ? line : '',
  );

const tells = (change: Change, { kind, attribute }: Alteration): boolean =>
  change.action === 'alter'
    ? change.after.kind === kind && change.attributes.includes(attribute)
    : (change.action === 'drop' ? change.before : change.after).kind === kind && change.action === attribute;

/** A kind and those of the parents of its objects: the others need not be read to tell a change of this one. */
function kindsAbove(name: string, { objects }: Catalog): readonly Kind[] {
  const names = new Set([name]);
  for (const found of names) {
    for (const { kind, parent } of objects.values()) {
      const above = kind === found && parent !== null ? objects.get(parent) : undefined;
      if (above) names.add(above.kind);
    }
  }
  return KINDS.filter((kind) => names.has(kind.name));
}

const only = (kinds: readonly Kind[], catalog: Catalog): Catalog => ({
  ...catalog,
  objects: new Map([...catalog.objects].filter(([, object]) => kinds.some(({ name }) => name === object.kind))),
});

describe.each(edgeMajors)('on PostgreSQL %i', (major) => {
  let fresh: FreshDatabase;
  let database: Database;
  let managed: readonly string[];
  let before: Catalog;

  const read = (kinds = KINDS): Promise<Catalog> => introspect(database, kinds, { inTransaction: true, managed });
  const here = (sql: string): string => onMajor(sql, major).replaceAll('this_database', fresh.name);

  beforeAll(async () => {
    await loadParser();
    managed = managedBy(readStatements([{ file: 'around.sql', text: AROUND }], WORDS, { roles: 'manage' }));
    fresh = await freshDatabase(major);
    database = await openDatabase(fresh.url);
    await database.script(ROLES);
    await database.script('SET allow_in_place_tablespaces = on');
    await database.script("CREATE TABLESPACE attic LOCATION ''");
    // All of it in one transaction, so that nothing of it stays.
    await database.script(['BEGIN', here(AROUND), here(POPULATED), LABELLED].join(';\n'));
    before = await read();
  });

  afterAll(async () => {
    await database.script('ROLLBACK');
    await database.script('DROP TABLESPACE attic');
    await database.close();
    await fresh.drop();
  });

  test('there is an object of every kind, and nothing besides', () => {
    const there = new Set([...before.objects.values()].map(({ kind }) => kind));
    const kinds = KINDS.filter(({ since = [] }) => !since.some((one) => one.major > major && one.feature && !one.uses));
    expect(kinds.map(({ name }) => name).filter((name) => !there.has(name))).toEqual([]);
    expect(before.unmanaged).toEqual([]);
  });

  test('reading changes nothing', async () => {
    expect(diff(before, await read(), KINDS)).toEqual([]);
  });

  test.each(ALL.filter(({ since = 0 }) => since <= major))('$kind, $attribute: $sql', async (alteration) => {
    await database.script('SAVEPOINT whole; SET LOCAL search_path = farm, barn');
    try {
      await database.script(here(alteration.sql));
      const kinds = kindsAbove(alteration.kind, before);
      const changes = diff(only(kinds, before), await read(kinds), kinds);
      expect(changes.some((change) => tells(change, alteration))).toBe(true);
    } finally {
      await database.script('ROLLBACK TO SAVEPOINT whole');
    }
  });
});

/** What no statement can change on a server by itself. */
const UNREACHED: Readonly<Record<string, readonly string[]>> = {
  // It is dropped and created, alone or with its domain.
  'domain constraint': ['definition'],
  // It is settled when the type is made.
  'base type': [
    'shell',
    'input',
    'output',
    'length',
    'passedByValue',
    'alignment',
    'category',
    'preferred',
    'default',
    'element',
    'delimiter',
    'collatable',
  ],
  // A shell goes when its operator is made, which is another object.
  operator: ['shells'],
  // An argument with a name can't get another; unnamed ones are shown with functions.
  procedure: ['names'],
  // Detached and attached again, which are two statements.
  inheritance: ['bound'],
  // The publisher is told at once.
  subscription: ['twoPhase', 'failover'],
  table: ['partitionKey'],
};

const altered = ({ attributes }: Kind): string[] =>
  Object.entries(attributes).flatMap(([name, rule]) => (typeof rule === 'function' || rule === 'alter' ? [name] : []));

test('every attribute that changes in place has a statement', () => {
  const missing = KINDS.flatMap((kind) => {
    const names = [
      ...altered(kind),
      ...(kind.traits?.uncommented ? [] : ['comment']),
      ...(kind.privileges ? ['grants'] : []),
    ];
    const shown = ALL.filter((alteration) => alteration.kind === kind.name).map(({ attribute }) => attribute);
    return names.filter((name) => !shown.includes(name)).map((name) => `${kind.name}: ${name}`);
  });
  expect(missing.sort()).toEqual(
    Object.entries(UNREACHED)
      .flatMap(([kind, names]) => names.map((name) => `${kind}: ${name}`))
      .sort(),
  );
});
