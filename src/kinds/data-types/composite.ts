// The kind composite type: CREATE TYPE … AS (…) (catalog pg_type, typtype c), with its attributes.
import type { DbObject } from '../../catalog/catalog.ts';
import { qualifiedName, quoteIdentifier, quoteLiteral } from '../../sql/identifiers.ts';
import { definesRange } from '../../sql/statement-words.ts';
import {
  type Alteration,
  type Decided,
  type Draft,
  ddl,
  defineKind,
  type Sides,
  type Swap,
  type Typed,
  takes,
} from '../kind.ts';
import { isTypedTable } from '../relations/family.ts';
import { typedTables } from '../relations/typed-column.ts';
import { collation, typeHead, userNamespace } from '../shared/catalog-sql.ts';
import { COLUMN, columns } from '../shared/member-sql.ts';
import { effectOf, metadataOnly, usingExpression } from '../shared/retype.ts';
import { swapOfType, temporaryName } from '../shared/type-swap.ts';
import type { Composite, CompositeAttribute } from './family.ts';
import { castFunction } from './type-conversion.ts';
import { structureOf } from './type-structure.ts';

const definition = (a: CompositeAttribute): string =>
  `${quoteIdentifier(a.name)} ${a.type}${a.collation === null ? '' : ` COLLATE ${a.collation}`}`;

/** The attributes in the order in which the type has them. */
const inOrder = ({ attributes, order }: Composite): readonly CompositeAttribute[] =>
  order.flatMap((name) => attributes.filter((attribute) => attribute.name === name));

const commentOn = (reference: string, a: CompositeAttribute): Draft =>
  ddl(
    `COMMENT ON COLUMN ${reference}.${quoteIdentifier(a.name)} IS ${a.comment === null ? 'NULL' : quoteLiteral(a.comment)}`,
    {
      why: `${a.comment === null ? 'Removes' : 'Sets'} the comment of attribute ${a.name} of composite type ${reference}.`,
    },
  );

/** CASCADE makes ALTER TYPE also add, alter and drop the columns of typed tables; it locks these tables. */
function following(tables: readonly DbObject[]): { cascade: string; locks: Omit<Draft, 'sql'> } {
  if (tables.length === 0) return { cascade: '', locks: {} };
  const alsoLocks = tables.flatMap(({ parent }) =>
    parent === null ? [] : [{ mode: 'ACCESS EXCLUSIVE' as const, on: parent }],
  );
  return { cascade: ' CASCADE', locks: { alsoLocks } };
}

function retype(reference: string, b: CompositeAttribute, a: CompositeAttribute, tables: readonly DbObject[]): Draft {
  const { cascade, locks } = following(tables);
  const collate = a.collation === null ? '' : ` COLLATE ${a.collation}`;
  const names = tables.flatMap((table) => (isTypedTable(table) ? [table.attributes.relation] : [])).join(', ');
  const effect = effectOf(b.type, a.type);
  const rewrites = tables.length > 0 && !(metadataOnly(b.type, a.type) && b.collation === a.collation);
  return ddl(`ALTER TYPE ${reference} ALTER ATTRIBUTE ${quoteIdentifier(a.name)} TYPE ${a.type}${collate}${cascade}`, {
    ...locks,
    ...(rewrites ? { work: 'rewrite' as const } : {}),
    ...(tables.length > 0 && effect.loses
      ? { loses: `values of ${a.name} in ${names} that do not fit ${a.type}` }
      : {}),
    hazards: rewrites
      ? [
          {
            code: 'A201',
            message: `rewrites ${names}: the type of attribute ${a.name} of composite type ${reference} becomes ${a.type}`,
            blocking: true,
          },
          ...(effect.loses
            ? [
                {
                  code: 'D104',
                  message: `changes values of ${a.name} in ${names} that ${a.type} can't hold exactly`,
                  blocking: true,
                },
              ]
            : []),
          ...(effect.fails
            ? [{ code: 'F304', message: `fails if a value of ${a.name} in ${names} does not fit ${a.type}` }]
            : []),
        ]
      : [],
    disturbs: rewrites ? 'rewrites' : 'relabels',
  });
}

function changes(
  { before: { attributes: old }, after: object }: Alteration<Composite>,
  tables: readonly DbObject[],
): Draft[] {
  const { reference, attributes: now } = object;
  const [before, after] = [inOrder(old), inOrder(now)];
  const { cascade, locks } = following(tables);
  const drafts: Draft[] = [];
  for (const a of before.filter((b) => !after.some((x) => x.name === b.name))) {
    drafts.push(
      ddl(`ALTER TYPE ${reference} DROP ATTRIBUTE ${quoteIdentifier(a.name)}${cascade}`, {
        ...locks,
        loses: `attribute ${a.name} of stored values of composite type ${reference}`,
        hazards: [
          {
            code: 'D102',
            message: `drops attribute ${a.name} of composite type ${reference} with its values`,
            blocking: true,
          },
        ],
      }),
    );
  }
  for (const a of after) {
    const b = before.find((x) => x.name === a.name);
    if (!b) drafts.push(ddl(`ALTER TYPE ${reference} ADD ATTRIBUTE ${definition(a)}${cascade}`, locks));
    else if (definition(a) !== definition(b)) drafts.push(retype(reference, b, a, tables));
    if ((b?.comment ?? null) !== a.comment) drafts.push(commentOn(reference, a));
  }
  return drafts;
}

/** The swap with a cast between the two types while both exist: it converts values by the names of their attributes. */
function withCast(object: Typed<Composite>, swap: Swap, { before, after }: Sides): Swap {
  const body = castFunction(structureOf(object.reference, before), structureOf(object.reference, after));
  if (body === null) return swap;
  const former = qualifiedName(object.namespace, temporaryName(object.name));
  const converter = qualifiedName(object.namespace, temporaryName(object.name, 'convert'));
  const [cast, signature] = [`CAST (${former} AS ${object.reference})`, `${converter}(${former})`];
  return {
    ...swap,
    arrive: [
      ddl(
        `CREATE FUNCTION ${signature} RETURNS ${object.reference} LANGUAGE sql IMMUTABLE PARALLEL SAFE\n    RETURN ${body}`,
        {
          why: `Converts values of the former composite type ${object.reference} by the names of their attributes.`,
        },
      ),
      ddl(`CREATE ${cast} WITH FUNCTION ${signature} AS ASSIGNMENT`, {
        why: `Makes ALTER TABLE convert values of the former composite type ${object.reference} by that function.`,
      }),
    ],
    leave: [
      ddl(`DROP ${cast}`, { why: `Drops the cast from the former composite type ${object.reference}.` }),
      ddl(`DROP FUNCTION ${signature}`, { why: `Drops the function of that cast.` }),
      ...swap.leave,
    ],
  };
}

export const composite = defineKind<Composite>({
  name: 'composite type',
  keyword: 'TYPE',
  folder: 'ddl',
  traits: { holdsValues: true },
  words: {
    statements: { CompositeTypeStmt: { defines: definesRange('type', 'typevar'), touchesNamedOnly: true } },
    types: { 'composite column': { objectTypes: ['OBJECT_ATTRIBUTE'] } },
    memberStatements: `
      SELECT 4, t.oid, 'CREATE TYPE ' || t.name || ' AS (' || coalesce(${columns('t.typrelid', COLUMN)}, '') || ')'
        FROM types t JOIN pg_class c ON c.oid = t.typrelid WHERE t.typtype = 'c' AND c.relkind = 'c'`,
  },
  privileges: { keyword: 'TYPE', letter: 'T' },
  query: () => `${typeHead},
           coalesce((SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                       'collation', ${collation('a.attcollation', 'a.atttypid')},
                       'comment', col_description(a.attrelid, a.attnum)) ORDER BY a.attname)
              FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '[]') AS attributes,
           coalesce((SELECT json_agg(a.attname ORDER BY a.attnum)
              FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '[]') AS order
      FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE t.typtype = 'c' AND c.relkind = 'c' AND ${userNamespace('n')}`,
  resources: ({ reference }) => takes(`type ${reference}`, `relation ${reference}`),
  create: ({ reference, attributes }) => [
    ddl(
      `CREATE TYPE ${reference} AS (${inOrder(attributes)
        .map((a) => `\n    ${definition(a)}`)
        .join(',')}\n)`,
    ),
    ...inOrder(attributes)
      .filter((a) => a.comment !== null)
      .map((a) => commentOn(reference, a)),
  ],
  drop: ({ reference }) => [ddl(`DROP TYPE ${reference}`)],
  swap: (object, context) => withCast(object, swapOfType(object, 'TYPE'), context),
  attributes: {
    attributes: (change, context) => {
      const { before, after } = change;
      // PostgreSQL refuses to alter an attribute's type while a column uses the composite type.
      const retyped = after.attributes.attributes.flatMap((a) => {
        const b = before.attributes.attributes.find((x) => x.name === a.name);
        return b !== undefined && definition(a) !== definition(b) ? [{ a, b }] : [];
      });
      const tables = typedTables(before.key, context);
      const used = context.before.dependents(before.key).some((key) => !isTypedTable(context.before.get(key)));
      // CASCADE takes no USING.
      const follow = retyped.every(({ a, b }) => usingExpression('v', b.type, a.type, true) === null);
      if (retyped.length > 0 && (used || (tables.length > 0 && !follow))) return 'replace';
      const disturbances = changes(change, tables).flatMap(({ disturbs }) => disturbs ?? []);
      const [first] = disturbances.includes('rewrites') ? ['rewrites' as const] : disturbances;
      // A typed table that the plan recreates takes no part in the CASCADE.
      const drafts = (decided: Decided): Draft[] =>
        changes(
          change,
          tables.filter(({ key }) => !decided.drops(key)),
        );
      return { drafts, ...(first ? { disturbs: first } : {}) };
    },
    order: 'ignore',
  },
});
