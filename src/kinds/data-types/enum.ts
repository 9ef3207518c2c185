// The kind enum: CREATE TYPE … AS ENUM (catalogs pg_type and pg_enum).
import { quoteLiteral } from '../../sql/identifiers.ts';
import { definesName, mentionsName } from '../../sql/statement-words.ts';
import { type Draft, ddl, defineKind, takes } from '../kind.ts';
import { typeHead, userNamespace } from '../shared/catalog-sql.ts';
import { swapOfType } from '../shared/type-swap.ts';
import type { Enum } from './family.ts';

/** The labels to add, each with its place; null where labels are removed or reordered. */
function additions(before: readonly string[], after: readonly string[]): string[] | null {
  const kept = after.filter((label) => before.includes(label));
  if (kept.length !== before.length || kept.some((label, index) => label !== before[index])) return null;
  return after.flatMap((label, index) => {
    if (before.includes(label)) return [];
    const next = after.slice(index + 1).find((other) => before.includes(other));
    return [quoteLiteral(label) + (next === undefined ? '' : ` BEFORE ${quoteLiteral(next)}`)];
  });
}

export const enumType = defineKind<Enum>({
  name: 'enum',
  keyword: 'TYPE',
  folder: 'ddl',
  words: {
    statements: {
      CreateEnumStmt: { defines: definesName('type', 'typeName'), touchesNamedOnly: true },
      AlterEnumStmt: { mentions: mentionsName('type', 'typeName'), touchesNamedOnly: true },
    },
    memberStatements: `
      SELECT 4, t.oid, 'CREATE TYPE ' || t.name || ' AS ENUM ('
               || coalesce((SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid), '') || ')'
        FROM types t WHERE t.typtype = 'e'`,
  },
  privileges: { keyword: 'TYPE', letter: 'T' },
  query: () => `${typeHead},
           coalesce((SELECT json_agg(l.enumlabel ORDER BY l.enumsortorder) FROM pg_enum l WHERE l.enumtypid = t.oid), '[]')
             AS labels
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE t.typtype = 'e' AND ${userNamespace('n')}`,
  resources: ({ reference }) => takes(`type ${reference}`),
  create: ({ reference, attributes }) => [
    ddl(`CREATE TYPE ${reference} AS ENUM (${attributes.labels.map((l) => `\n    ${quoteLiteral(l)}`).join(',')}\n)`),
  ],
  drop: ({ reference }) => [ddl(`DROP TYPE ${reference}`)],
  swap: (object) => swapOfType(object, 'TYPE'),
  attributes: {
    labels: ({ before, after }) => {
      const added = additions(before.attributes.labels, after.attributes.labels);
      if (added === null) return 'replace';
      return added.map(
        (place): Draft =>
          ddl(`ALTER TYPE ${after.reference} ADD VALUE ${place}`, {
            commit: 'after',
            why: `Adds a value to enum ${after.reference}; statements can use the value after a commit.`,
          }),
      );
    },
  },
});
