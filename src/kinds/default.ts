import { ddl, defineKind } from './kind.ts';
import { catalog, userNamespace } from './shared/catalog-sql.ts';
import { stemsFromType } from './shared/typed-column.ts';

type DefaultValue = { readonly relation: string; readonly column: string; readonly expression: string };

/** ONLY: every partition and child table states its own default. */
const alter = (a: DefaultValue, change: string) =>
  ddl(`ALTER TABLE ONLY ${a.relation} ALTER COLUMN ${a.column} ${change}`, { lock: 'ACCESS EXCLUSIVE' });

export const defaultValue = defineKind<DefaultValue>({
  name: 'default value',
  keyword: 'COLUMN',
  folder: 'ddl',
  uncommented: true,
  follows: (_, disturbance) => disturbance === 'relabels',
  query: () => `
    SELECT ${catalog('pg_attrdef')} AS classid, d.oid AS objid, 0 AS objsubid, a.attname AS objname, n.nspname AS namespace,
           format('%I.%I.%I', n.nspname, c.relname, a.attname) AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, CASE WHEN c.relkind = 'v' THEN 0 ELSE a.attnum END) AS parent,
           format('%I.%I', n.nspname, c.relname) AS relation, quote_ident(a.attname) AS column,
           pg_get_expr(d.adbin, d.adrelid) AS expression
      FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
      JOIN pg_class c ON c.oid = d.adrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE a.attgenerated = '' AND c.relkind IN ('r', 'p', 'v', 'f') AND ${userNamespace('n')}`,
  // A view's column is no object of its own, and CREATE VIEW takes no defaults; nor do attributes of a type.
  clause: ({ attributes, parent }, context) => {
    const column = parent === null ? undefined : context.after.get(parent);
    return column && 'position' in column.attributes && !stemsFromType(column, context)
      ? `DEFAULT ${attributes.expression}`
      : null;
  },
  create: ({ attributes: a }) => [alter(a, `SET DEFAULT ${a.expression}`)],
  drop: ({ attributes: a }) => [alter(a, 'DROP DEFAULT')],
  attributes: {
    relation: 'replace',
    column: 'replace',
    expression: ({ after: { attributes: a } }) => [alter(a, `SET DEFAULT ${a.expression}`)],
  },
});
