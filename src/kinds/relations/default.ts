// The kind default value: defaults of columns (catalog pg_attrdef).
import type { DbObject } from '../../catalog/catalog.ts';
import { type Decided, ddl, defineKind, type Typed } from '../kind.ts';
import { catalog, userNamespace } from '../shared/catalog-sql.ts';
import { isColumn, isDefault } from './family.ts';
import type { DefaultValue } from './models.ts';
import { stemsFromType } from './typed-column.ts';

/** ALTER TABLE ONLY: every partition and child table has its own default. */
const alter = (a: DefaultValue, change: string) =>
  ddl(`ALTER TABLE ONLY ${a.relation} ALTER COLUMN ${a.column} ${change}`, { lock: 'ACCESS EXCLUSIVE' });

/**
 * Whether the statement that creates the column also gives it this default. Where an ancestor's statement creates it,
 * the default is the ancestor's; CREATE TABLE spells a partition's columns itself.
 */
function isAsAncestors({ parent, attributes }: Typed<DefaultValue>, context: Decided): boolean {
  const column = parent === null ? undefined : context.after.get(parent);
  if (!isColumn(column)) return true;
  const created = column.inherits.filter((key) => context.creates(key));
  const tableIsNew = column.parent !== null && context.creates(column.parent);
  if (created.length === 0 || (tableIsNew && column.attributes.partition)) return true;
  return created.every((key) =>
    context.after
      .children(key)
      .some((other) => isDefault(other) && other.attributes.expression === attributes.expression),
  );
}

/** A virtual column that becomes a plain one is added as a generated column first, which has no default. */
const wasVirtual = ({ key }: DbObject, { before }: Decided): boolean => {
  const former = before.get(key);
  return isColumn(former) && former.attributes.generated?.stored === false;
};

export const defaultValue = defineKind<DefaultValue>({
  name: 'default value',
  keyword: 'COLUMN',
  folder: 'ddl',
  words: {
    catalogs: { pg_attrdef: 'true' },
  },
  traits: { uncommented: true },
  respond: (_object, _cause, how) => (how === 'relabels' ? 'stays' : 'rebuild'),
  query: () => `
    SELECT ${catalog('pg_attrdef')} AS classid, d.oid AS objid, 0 AS objsubid, a.attname AS objname, n.nspname AS namespace,
           format('%I.%I.%I', n.nspname, c.relname, a.attname) AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, CASE WHEN c.relkind = 'v' THEN 0 ELSE a.attnum END) AS parent,
           format('%I.%I', n.nspname, c.relname) AS relation, quote_ident(a.attname) AS column,
           pg_get_expr(d.adbin, d.adrelid) AS expression
      FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
      JOIN pg_class c ON c.oid = d.adrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE a.attgenerated = '' AND c.relkind IN ('r', 'p', 'v', 'f') AND ${userNamespace('n')}`,
  // Columns of views are not objects here: their defaults have the view as parent. Attributes of types have no
  // defaults.
  inline: {
    when: ({ parent }, context) => {
      const column = parent === null ? undefined : context.after.get(parent);
      return isColumn(column) && !stemsFromType(column, context) && !wasVirtual(column, context);
    },
    clause: ({ attributes }) => `DEFAULT ${attributes.expression}`,
  },
  hosts: (object, { verb }, context) => {
    if (object.parent === null) return [];
    const inline = verb === 'drop' || (context.inlines(object) && isAsAncestors(object, context));
    return inline ? [{ verb, key: object.parent }] : [];
  },
  create: ({ attributes: a }) => [alter(a, `SET DEFAULT ${a.expression}`)],
  drop: ({ attributes: a }) => [alter(a, 'DROP DEFAULT')],
  attributes: {
    relation: 'replace',
    column: 'replace',
    expression: ({ after: { attributes: a } }) => [alter(a, `SET DEFAULT ${a.expression}`)],
  },
});
