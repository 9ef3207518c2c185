// The columns of views and materialized views, for their kinds: names, types and comments (catalog pg_attribute).
import { quoteIdentifier, quoteLiteral } from '../../sql/identifiers.ts';
import { type Draft, ddl } from '../kind.ts';
import { collation } from '../shared/catalog-sql.ts';

export type ViewColumn = {
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly comment: string | null;
};

export const viewColumns = (relation: string): string => `coalesce((
  SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
           'collation', ${collation('a.attcollation', 'a.atttypid')},
           'comment', col_description(a.attrelid, a.attnum)) ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = ${relation} AND a.attnum > 0 AND NOT a.attisdropped), '[]')`;

/** Privileges on single columns of a view: [grantee, privilege, grantable, column]. */
export const columnGrants = (relation: string, owner: string): string => `(
  SELECT json_agg(json_build_array(
           CASE WHEN e.grantee = ${owner} THEN '@owner' WHEN e.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(e.grantee) END,
           e.privilege_type, e.is_grantable, a.attname))
    FROM pg_attribute a, aclexplode(a.attacl) e
   WHERE a.attrelid = ${relation} AND a.attnum > 0 AND cardinality(a.attacl) > 0)`;

const shape = (c: ViewColumn): string => `${c.name} ${c.type} ${c.collation ?? ''}`;

/** CREATE OR REPLACE VIEW may only append columns (manual, CREATE VIEW). */
export const onlyAppends = (before: readonly ViewColumn[], after: readonly ViewColumn[]): boolean =>
  before.every((column, index) => {
    const other = after[index];
    return other !== undefined && shape(column) === shape(other);
  });

/** Whether the columns have the same names, types and collations, in the same order. */
export const sameColumns = (before: readonly ViewColumn[], after: readonly ViewColumn[]): boolean =>
  before.length === after.length && onlyAppends(before, after);

/** COMMENT ON COLUMN for every column whose comment differs. */
export function columnComments(
  reference: string,
  before: readonly ViewColumn[],
  after: readonly ViewColumn[],
): Draft[] {
  return after.flatMap((column) => {
    const old = before.find((other) => other.name === column.name)?.comment ?? null;
    if (old === column.comment) return [];
    const text = column.comment === null ? 'NULL' : quoteLiteral(column.comment);
    return [
      ddl(`COMMENT ON COLUMN ${reference}.${quoteIdentifier(column.name)} IS ${text}`, {
        why: `${column.comment === null ? 'Removes' : 'Sets'} the comment of column ${reference}.${column.name}.`,
      }),
    ];
  });
}
