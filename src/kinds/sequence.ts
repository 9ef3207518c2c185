// The kinds sequence and sequence ownership: CREATE SEQUENCE and OWNED BY (catalogs pg_sequence and pg_depend).
import { quoteIdentifier } from '../sql/identifiers.ts';
import { children, type Node, namesOf } from '../sql/node.ts';
import { referenceTo } from '../sql/objects.ts';
import { definesRange } from '../sql/statement-words.ts';
import type { Reference } from '../sql/words.ts';
import {
  type Draft,
  ddl,
  defineKind,
  type Host,
  holdsRows,
  type Sides,
  staysWithColumn,
  type Typed,
  takes,
} from './kind.ts';
import { isColumn } from './relations/family.ts';
import { sequenceThatBegins, sequenceThatEnds } from './relations/identity.ts';
import type { Sequence } from './relations/models.ts';
import { catalog, grantsOrNull, qualified, roleName, userNamespace } from './shared/catalog-sql.ts';
import { nameInSchema } from './shared/member-sql.ts';
import {
  continueAfterRows,
  createSequence,
  restartClause,
  sequenceClauses,
  sequenceOptions,
} from './shared/sequence-options.ts';

export const sequence = defineKind<Sequence>({
  name: 'sequence',
  keyword: 'SEQUENCE',
  folder: 'ddl',
  words: {
    statements: {
      CreateSeqStmt: { defines: definesRange('sequence', 'sequence'), mentions: ownedBy, touchesNamedOnly: true },
      AlterSeqStmt: { mentions: ownedBy, touchesNamedOnly: true },
    },
    types: { sequence: { objectTypes: ['OBJECT_SEQUENCE'], namespace: 'relation', allInSchema: true } },
    memberStatements: `
      SELECT 4, c.oid, 'CREATE SEQUENCE ' || ${nameInSchema('n.nspname', 'c.relname')}
        FROM relations c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'S'`,
  },
  respond: holdsRows,
  privileges: { keyword: 'SEQUENCE', letter: 's' },
  query: (version) => `
    SELECT ${catalog('pg_class')} AS classid, c.oid AS objid, 0 AS objsubid, c.relname AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', 'c.relname')} AS reference, ${roleName('c.relowner')} AS owner,
           ${grantsOrNull('c.relacl', 'c.relowner')} AS grants,
           ${sequenceOptions('s')} AS options, ${version >= 150000 ? "c.relpersistence = 'u'" : 'false'} AS unlogged,
           d.refobjid IS NOT NULL AS owned
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_sequence s ON s.seqrelid = c.oid
      LEFT JOIN pg_depend d ON d.classid = ${catalog('pg_class')} AND d.objid = c.oid AND d.deptype = 'a'
                           AND d.refclassid = ${catalog('pg_class')} AND d.refobjsubid > 0
     WHERE ${userNamespace('n')}
       AND NOT EXISTS (SELECT FROM pg_depend i WHERE i.classid = ${catalog('pg_class')} AND i.objid = c.oid
                          AND i.deptype = 'i' AND i.refclassid = ${catalog('pg_class')})`,
  resources: ({ reference }) => takes(`relation ${reference}`),
  create: (object) => [ddl(createSequence(object))],
  drop: ({ reference }) => [
    ddl(`DROP SEQUENCE ${reference}`, {
      lock: 'ACCESS EXCLUSIVE',
      loses: `the position of sequence ${reference}`,
      hazards: [{ code: 'D105', message: `drops sequence ${reference} and its position`, blocking: true }],
    }),
  ],
  // DROP COLUMN also drops the sequences that the column owns. A column that becomes an identity column, or is none any
  // more, hands on the position of its sequence.
  hosts: ({ key }, { verb }, context) => {
    const side = verb === 'drop' ? context.before : context.after;
    const link = side.children(key).find((child) => child.kind === sequenceOwnership.name);
    const columns = link === undefined ? [] : side.dependencies(link.key).filter((other) => other !== key);
    return columns.flatMap((column): Host[] => {
      const owner = side.get(column);
      const heir = verb === 'drop' ? sequenceThatEnds : sequenceThatBegins;
      return [
        ...(verb === 'drop' ? [{ verb, key: column, apart: 'never' as const }] : []),
        ...(isColumn(owner) && heir(owner, context)?.key === key
          ? [{ verb: 'alter' as const, key: column, apart: 'never' as const }]
          : []),
      ];
    });
  },
  owner: ({ before, after }) =>
    before.attributes.owned
      ? []
      : [ddl(`ALTER SEQUENCE ${after.reference} OWNER TO ${quoteIdentifier(after.owner ?? '')}`)],
  attributes: {
    options: ({ before: { attributes: old }, after }) => {
      const now = after.attributes.options;
      const restart = restartClause(old.options, now);
      const clauses = [...sequenceClauses(old.options, now), ...(restart === null ? [] : [restart])];
      return [
        ddl(`ALTER SEQUENCE ${after.reference} ${clauses.join(' ')}`, {
          lock: 'SHARE ROW EXCLUSIVE',
          ...(restart === null
            ? {}
            : {
                loses: `the position of sequence ${after.reference}`,
                hazards: [
                  { code: 'D105', message: `restarts sequence ${after.reference} at ${now.start}`, blocking: true },
                ],
              }),
        }),
      ];
    },
    unlogged: ({ after }) => [
      ddl(`ALTER SEQUENCE ${after.reference} SET ${after.attributes.unlogged ? 'UNLOGGED' : 'LOGGED'}`, {
        lock: 'ACCESS EXCLUSIVE',
      }),
    ],
    owned: 'ignore',
  },
});

/** The setval() for a sequence whose new owner column already has rows. */
function positions(object: Typed<Ownership>, context: Sides): Draft[] {
  if (object.parent === null || context.before.get(object.parent)) return [];
  const column = context.after.dependencies(object.key).find((key) => key !== object.parent);
  const sequence = context.after.get(object.parent);
  const holder = column === undefined ? undefined : context.after.get(column);
  if (!isColumn(holder) || !sequence || !context.before.get(holder.key)) return [];
  if (sequenceThatBegins(holder, context)?.key === sequence.key) return [];
  const { relation, name, type } = holder.attributes;
  if (!/^(smallint|integer|bigint)$/.test(type)) return [];
  const { options } = (sequence as Typed<Sequence>).attributes;
  return [continueAfterRows(relation, name, holder.reference, sequence.reference, options)];
}

type Ownership = { readonly sequence: string; readonly column: string };

/**
 * ALTER SEQUENCE … OWNED BY: an object apart from the sequence, because the column's default needs the sequence first.
 */
export const sequenceOwnership = defineKind<Ownership>({
  name: 'sequence ownership',
  keyword: 'SEQUENCE',
  folder: 'ddl',
  words: {},
  traits: { uncommented: true },
  respond: staysWithColumn,
  query: () => `
    SELECT ${catalog('pg_sequence')} AS classid, c.oid AS objid, 0 AS objsubid, c.relname AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', 'c.relname')} AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           json_build_array(json_build_array(d.refclassid, d.refobjid, d.refobjsubid)) AS "dependsOn",
           ${qualified('n.nspname', 'c.relname')} AS sequence,
           format('%I.%I.%I', tn.nspname, t.relname, a.attname) AS "column"
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_depend d ON d.classid = ${catalog('pg_class')} AND d.objid = c.oid AND d.deptype = 'a'
                      AND d.refclassid = ${catalog('pg_class')} AND d.refobjsubid > 0
      JOIN pg_class t ON t.oid = d.refobjid JOIN pg_namespace tn ON tn.oid = t.relnamespace
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
     WHERE c.relkind = 'S' AND ${userNamespace('n')}`,
  create: (object, context) => {
    const a = object.attributes;
    return [
      ddl(`ALTER SEQUENCE ${a.sequence} OWNED BY ${a.column}`, {
        why: `Makes sequence ${a.sequence} owned by column ${a.column}.`,
      }),
      ...positions(object, context),
    ];
  },
  drop: ({ attributes: a }) => [
    ddl(`ALTER SEQUENCE ${a.sequence} OWNED BY NONE`, { why: `Makes sequence ${a.sequence} owned by no column.` }),
  ],
  attributes: {
    sequence: 'replace',
    column: ({ after: { attributes: a } }) => [ddl(`ALTER SEQUENCE ${a.sequence} OWNED BY ${a.column}`)],
  },
});

/** The parse tree of OWNED BY has the column as a list of strings. */
function ownedBy(node: Node): readonly Reference[] {
  return children(node['options'], 'DefElem').flatMap((option) => {
    const name = namesOf(option['arg']);
    if (option['defname'] !== 'owned_by' || name.length < 2) return [];
    return [referenceTo('relation', name.slice(0, -1)), referenceTo('table column', name, 2)];
  });
}
