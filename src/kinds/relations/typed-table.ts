// The kind typed table: the link of a table to its composite type (CREATE TABLE … OF, pg_class.reloftype).
// The link is an object apart from the table, because ALTER TABLE … OF needs matching columns, which ALTER TYPE changes
// afterwards.
import type { DbObject } from '../../catalog/catalog.ts';
import { type Draft, ddl, defineKind, staysWithColumn, type Typed } from '../kind.ts';
import { catalog, qualified, userNamespace } from '../shared/catalog-sql.ts';
import { isColumn } from './family.ts';
import { linkEdges, linkHosts } from './inherited.ts';
import type { TypedTable } from './models.ts';

const alter = ({ attributes: t }: Typed<TypedTable>, clause: string, why: string): Draft =>
  ddl(`ALTER TABLE ${t.relation} ${clause}`, { lock: 'ACCESS EXCLUSIVE', why });

/** CREATE TABLE … OF can't define identity or generated columns; a table with one got its type by ALTER TABLE … OF. */
const cameBeforeType = (object: DbObject): boolean =>
  isColumn(object) && (object.attributes.identity ?? object.attributes.generated) !== null;

export const typedTable = defineKind<TypedTable>({
  name: 'typed table',
  keyword: 'TABLE',
  folder: 'ddl',
  words: {},
  traits: { uncommented: true, essential: true },
  respond: staysWithColumn,
  query: () => `
    SELECT ${catalog('pg_class')} AS classid, c.oid AS objid, 0 AS objsubid, c.relname AS objname, n.nspname AS namespace,
           format('%I.%I of %I.%I', n.nspname, c.relname, tn.nspname, t.typname) AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           json_build_array(json_build_array(${catalog('pg_type')}, t.oid, 0)) AS "dependsOn",
           ${qualified('n.nspname', 'c.relname')} AS relation, ${qualified('tn.nspname', 't.typname')} AS "ofType"
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_type t ON t.oid = c.reloftype JOIN pg_namespace tn ON tn.oid = t.typnamespace
     WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${userNamespace('n')}`,
  inline: {
    when: ({ parent }, context) => parent !== null && !context.after.children(parent).some(cameBeforeType),
    clause: ({ attributes: t }) => `OF ${t.ofType}`,
  },
  hosts: linkHosts,
  edges: linkEdges,
  create: (object) => [
    alter(
      object,
      `OF ${object.attributes.ofType}`,
      `Makes table ${object.attributes.relation} a typed table of composite type ${object.attributes.ofType}.`,
    ),
  ],
  drop: (object) => [
    alter(
      object,
      'NOT OF',
      `Makes typed table ${object.attributes.relation} independent of composite type ${object.attributes.ofType}.`,
    ),
  ],
  attributes: { relation: 'replace', ofType: 'replace' },
});
