// The kinds range and range constructor: CREATE TYPE … AS RANGE (catalog pg_range) and the functions that come with it.
import { children, type Node, namesOf } from '../../sql/node.ts';
import { referenceTo } from '../../sql/objects.ts';
import { beside } from '../../sql/table-elements.ts';
import type { Definition } from '../../sql/words.ts';
import { ddl, defineKind, takes } from '../kind.ts';
import { signature } from '../routines/routine.ts';
import {
  catalog,
  functionName,
  grantsOrNull,
  isMember,
  roleName,
  typeHead,
  userNamespace,
} from '../shared/catalog-sql.ts';
import { nameInSchema } from '../shared/member-sql.ts';

type Range = {
  readonly subtype: string;
  readonly opclass: string | null;
  readonly collation: string | null;
  readonly canonical: string | null;
  readonly subtypeDiff: string | null;
  readonly multirange: string | null;
};

export const range = defineKind<Range>({
  name: 'range',
  keyword: 'TYPE',
  folder: 'ddl',
  traits: { holdsValues: true },
  words: {
    statements: {
      CreateRangeStmt: {
        defines: definedByRange,
        // The parser represents function names in the options of CREATE TYPE … AS RANGE as type names.
        mentions: (node) =>
          children(node['params'], 'DefElem').flatMap((option) => [
            referenceTo('routine', namesOf(option['arg'])),
            ...(option['defname'] === 'collation' ? [referenceTo('collation', namesOf(option['arg']))] : []),
          ]),
      },
    },
    memberStatements: `
      SELECT 4, t.oid, 'CREATE TYPE ' || t.name || ' AS RANGE (SUBTYPE = ' || format_type(r.rngsubtype, NULL) || ', MULTIRANGE_TYPE_NAME = '
               || ${nameInSchema('mn.nspname', 'm.typname')} || ')'
        FROM types t JOIN pg_range r ON r.rngtypid = t.oid JOIN pg_type m ON m.oid = r.rngmultitypid JOIN pg_namespace mn ON mn.oid = m.typnamespace
       WHERE t.typtype = 'r'`,
  },
  privileges: { keyword: 'TYPE', letter: 'T' },
  query: () => `${typeHead},
           format_type(r.rngsubtype, NULL) AS subtype,
           (SELECT format('%I.%I', o.nspname, oc.opcname) FROM pg_opclass oc JOIN pg_namespace o ON o.oid = oc.opcnamespace
             WHERE oc.oid = r.rngsubopc AND NOT oc.opcdefault) AS opclass,
           (SELECT format('%I.%I', cn.nspname, co.collname) FROM pg_collation co
              JOIN pg_namespace cn ON cn.oid = co.collnamespace
             WHERE co.oid = r.rngcollation
               AND co.oid <> (SELECT s.typcollation FROM pg_type s WHERE s.oid = r.rngsubtype)) AS collation,
           ${functionName('r.rngcanonical')} AS canonical, ${functionName('r.rngsubdiff')} AS "subtypeDiff",
           (SELECT format('%I.%I', mn.nspname, m.typname) FROM pg_type m JOIN pg_namespace mn ON mn.oid = m.typnamespace
             WHERE m.oid = r.rngmultitypid) AS multirange
      FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE ${userNamespace('n')}`,
  resources: ({ reference, attributes }) => takes(`type ${reference}`, `type ${attributes.multirange ?? ''}`),
  create: ({ reference, attributes: range }) => {
    const parts = [
      `SUBTYPE = ${range.subtype}`,
      range.opclass && `SUBTYPE_OPCLASS = ${range.opclass}`,
      range.collation && `COLLATION = ${range.collation}`,
      range.canonical && `CANONICAL = ${range.canonical}`,
      range.subtypeDiff && `SUBTYPE_DIFF = ${range.subtypeDiff}`,
      range.multirange && `MULTIRANGE_TYPE_NAME = ${range.multirange}`,
    ].filter(Boolean);
    return [ddl(`CREATE TYPE ${reference} AS RANGE (\n    ${parts.join(',\n    ')}\n)`)];
  },
  // The canonical function has the range type as argument and result.
  shell: ({ reference, attributes }) =>
    attributes.canonical === null
      ? null
      : ddl(`CREATE TYPE ${reference}`, {
          why: `Creates shell type ${reference}, so that its canonical function can name the type.`,
        }),
  drop: ({ key, reference }, context) => [
    ddl(`DROP TYPE ${reference}${context.before.circular(key).length > 0 ? ' CASCADE' : ''}`),
  ],
  attributes: {
    subtype: 'replace',
    opclass: 'replace',
    collation: 'replace',
    canonical: 'replace',
    subtypeDiff: 'replace',
    multirange: 'replace',
  },
});

/**
 * The constructor functions of the range and multirange types: PostgreSQL creates and drops them with the range type.
 */
export const rangeConstructor = defineKind<{ readonly range: string }>({
  name: 'range constructor',
  keyword: 'FUNCTION',
  folder: 'ddl',
  words: {},
  traits: { internal: true, essential: true },
  privileges: { keyword: 'FUNCTION', letter: 'f' },
  query: () => `
    SELECT ${catalog('pg_proc')} AS classid, p.oid AS objid, 0 AS objsubid, p.proname AS objname, n.nspname AS namespace,
           ${signature('n', 'p')} AS reference, ${roleName('p.proowner')} AS owner,
           ${grantsOrNull('p.proacl', 'p.proowner')} AS grants,
           json_build_array(${catalog('pg_type')}, r.rngtypid, 0) AS parent, format_type(r.rngtypid, NULL) AS range
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           JOIN pg_depend d ON d.classid = ${catalog('pg_proc')} AND d.objid = p.oid AND d.deptype = 'i'
                           AND d.refclassid = ${catalog('pg_type')}
           JOIN pg_range r ON d.refobjid IN (r.rngtypid, r.rngmultitypid)
     WHERE ${userNamespace('n')} AND NOT ${isMember('pg_type', 'r.rngtypid')}`,
  resources: ({ reference }) => takes(`routine ${reference}`),
  inline: { when: () => true, clause: () => null },
  create: () => [],
  drop: () => [],
  attributes: { range: 'replace' },
});

/** The names of the type, its multirange type, and the constructor functions of both. */
function definedByRange(node: Node, at: number): readonly Definition[] {
  const name = namesOf(node['typeName']);
  const options = children(node['params'], 'DefElem');
  const named = options.find((option) => option['defname'] === 'multirange_type_name');
  const last = name.at(-1) ?? '';
  const chosen = last.includes('range') ? last.replace('range', 'multirange') : `${last}_multirange`;
  const multirange = named === undefined ? beside(name, chosen) : namesOf(named['arg']);
  return [
    { type: 'type', name, at },
    { type: 'function', name, at },
    { type: 'type', name: multirange, at },
    { type: 'function', name: multirange, at },
  ];
}
