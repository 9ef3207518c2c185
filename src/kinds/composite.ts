import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { type Draft, ddl, defineKind } from './kind.ts';
import { collation, typeHead, userNamespace } from './shared/catalog-sql.ts';
import { asideType } from './shared/type-swap.ts';

type CompositeAttribute = {
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly comment: string | null;
};
type Composite = { readonly attributes: readonly CompositeAttribute[] };

const definition = (a: CompositeAttribute): string =>
  `${quoteIdentifier(a.name)} ${a.type}${a.collation === null ? '' : ` COLLATE ${a.collation}`}`;

const commentOn = (reference: string, a: CompositeAttribute): Draft =>
  ddl(
    `COMMENT ON COLUMN ${reference}.${quoteIdentifier(a.name)} IS ${a.comment === null ? 'NULL' : quoteLiteral(a.comment)}`,
    { why: `Describes ${reference}.${a.name}.` },
  );

function changes(
  reference: string,
  before: readonly CompositeAttribute[],
  after: readonly CompositeAttribute[],
): Draft[] {
  const drafts: Draft[] = [];
  for (const a of before.filter((b) => !after.some((x) => x.name === b.name))) {
    drafts.push(
      ddl(`ALTER TYPE ${reference} DROP ATTRIBUTE ${quoteIdentifier(a.name)}`, {
        loses: `attribute ${a.name} of stored ${reference} values`,
        dangers: [{ code: 'D102', message: `drops attribute ${a.name} of type ${reference}`, blocking: true }],
      }),
    );
  }
  for (const a of after) {
    const b = before.find((x) => x.name === a.name);
    if (!b) drafts.push(ddl(`ALTER TYPE ${reference} ADD ATTRIBUTE ${definition(a)}`));
    else if (definition(a) !== definition(b)) {
      const collate = a.collation === null ? '' : ` COLLATE ${a.collation}`;
      drafts.push(ddl(`ALTER TYPE ${reference} ALTER ATTRIBUTE ${quoteIdentifier(a.name)} TYPE ${a.type}${collate}`));
    }
    if ((b?.comment ?? null) !== a.comment) drafts.push(commentOn(reference, a));
  }
  return drafts;
}

export const composite = defineKind<Composite>({
  name: 'composite type',
  keyword: 'TYPE',
  folder: 'ddl',
  privileges: { keyword: 'TYPE', letter: 'T' },
  query: () => `${typeHead},
           coalesce((SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                       'collation', ${collation('a.attcollation', 'a.atttypid')},
                       'comment', col_description(a.attrelid, a.attnum)) ORDER BY a.attnum)
              FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '[]') AS attributes
      FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE t.typtype = 'c' AND c.relkind = 'c' AND ${userNamespace('n')}`,
  slots: ({ reference }) => [`type ${reference}`, `relation ${reference}`],
  create: ({ reference, attributes }) => [
    ddl(`CREATE TYPE ${reference} AS (${attributes.attributes.map((a) => `\n    ${definition(a)}`).join(',')}\n)`),
    ...attributes.attributes.filter((a) => a.comment !== null).map((a) => commentOn(reference, a)),
  ],
  drop: ({ reference }) => [ddl(`DROP TYPE ${reference}`)],
  aside: (object) => asideType(object, 'TYPE'),
  attributes: {
    attributes: ({ before, after }, context) => {
      // Stored values keep their shape: a table that uses the type forbids a change of an attribute's type.
      const retyped = after.attributes.attributes.some((a) => {
        const b = before.attributes.attributes.find((x) => x.name === a.name);
        return b !== undefined && definition(a) !== definition(b);
      });
      const used = context.before.dependents(before.key).length > 0;
      return retyped && used
        ? 'replace'
        : changes(after.reference, before.attributes.attributes, after.attributes.attributes);
    },
  },
});
