// A kind that is not there, declared in one object: every room that reads statements knows it by the table of words.
import { describe, expect, test } from 'vitest';
import { refusalOf } from '#src/desired/allowed.js';
import { originsOf } from '#src/desired/origins.js';
import { addresses } from '#src/introspect/queries.js';
import { KINDS } from '#src/kinds/index.js';
import { defineKind } from '#src/kinds/kind.js';
import { memberStatements } from '#src/scratch/extension-script.js';
import { definitions } from '#src/sql/definitions.js';
import type { ParsedStatement } from '#src/sql/parser.js';
import { dropped, references } from '#src/sql/references.js';
import { sourceOf } from '#src/sql/source.js';
import { definesWord, mentionsWord } from '#src/sql/statement-words.js';
import { wordsOf } from '#src/sql/words.js';

/** SQL:1992 has assertions; PostgreSQL does not. */
const assertion = defineKind<Record<never, never>>({
  name: 'assertion',
  keyword: 'ASSERTION',
  folder: 'ddl',
  words: {
    statements: {
      CreateAssertionStmt: { defines: definesWord('assertion', 'name') },
      AlterAssertionStmt: { mentions: mentionsWord('assertion', 'name') },
      DropAssertionStmt: { drops: mentionsWord('assertion', 'name') },
    },
    types: { assertion: { objectTypes: ['OBJECT_ASSERTION'], within: 'database' } },
    catalogs: { pg_assertion: 'x.assvalid' },
    memberStatements: 'SELECT 15, a.oid, a.name FROM pg_assertion a',
  },
  query: () => 'SELECT NULL',
  create: () => [],
  drop: () => [],
  attributes: {},
});

const kinds = [...KINDS, assertion];
const words = wordsOf(kinds.map((kind) => kind.words));

function statement(type: string, node: ParsedStatement['node']): ParsedStatement {
  return { type, node, start: 0, end: 9, text: 'ASSERTION', comments: [] };
}

describe('the words of a new kind', () => {
  const create = statement('CreateAssertionStmt', { name: 'paid' });
  const paid = { namespace: 'assertion', name: ['paid'], own: 1 };

  test('tell what its statements define, mention and drop', () => {
    expect(definitions(create, words)).toEqual([{ type: 'assertion', name: ['paid'], at: 0 }]);
    expect(references(statement('AlterAssertionStmt', { name: 'paid' }), words).hard).toEqual([paid]);
    expect(dropped(statement('DropAssertionStmt', { name: 'paid' }), words)).toEqual([paid]);
    expect(references(statement('DropAssertionStmt', { name: 'paid' }), words).hard).toEqual([]);
    const name = { String: { sval: 'paid' } };
    expect(references(statement('CommentStmt', { objtype: 'OBJECT_ASSERTION', object: name }), words).hard).toEqual([
      paid,
    ]);
  });

  test('let its statements into desired files, and no others', () => {
    expect(refusalOf(create, words)).toBeUndefined();
    expect(refusalOf(create, wordsOf(KINDS.map((kind) => kind.words)))).toMatchObject({ family: 'other' });
  });

  test('give it an identity without a schema', () => {
    const source = sourceOf('a.sql', 'ASSERTION');
    const session = { searchPath: ['app'], settings: new Map<string, string>() };
    const read = {
      ...create,
      source,
      session,
      definitions: definitions(create, words),
      references: references(create, words),
    };
    expect([...originsOf([read], words).keys()]).toEqual(['assertion paid']);
  });

  test('have its catalog read, and its objects in the stand-in of an extension', () => {
    expect(addresses(kinds)).toContain('FROM pg_catalog.pg_assertion x WHERE x.oid >= 16384 AND x.assvalid');
    expect(memberStatements(words)).toContain('SELECT 15, a.oid, a.name FROM pg_assertion a');
  });
});

test('types that kinds share have the ObjectTypes of all of them', () => {
  const { objectTypes, types } = wordsOf(KINDS.map((kind) => kind.words));
  expect(types.get('type')?.objectTypes?.toSorted()).toEqual(['OBJECT_DOMAIN', 'OBJECT_TYPE']);
  expect(objectTypes.get('OBJECT_DOMAIN')).toBe('type');
  expect(objectTypes.get('OBJECT_TABLESPACE')).toBe('tablespace');
});
