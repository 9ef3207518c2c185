// The kind default value: defaults of columns (catalog pg_attrdef).
import type { DbObject, Key } from '../../catalog/catalog.ts';
import type { Side } from '../../catalog/side.ts';
import { type Decided, type Draft, ddl, defineKind, type Typed } from '../kind.ts';
import { catalog, userNamespace } from '../shared/catalog-sql.ts';
import type { Column } from './column-model.ts';
import { isColumn, isDefault } from './family.ts';
import type { DefaultValue } from './models.ts';
import { stemsFromType } from './typed-column.ts';

/** ALTER TABLE ONLY: every partition and child table has its own default. */
const alter = (a: Pick<DefaultValue, 'relation' | 'column'>, change: string): Draft =>
  ddl(`ALTER TABLE ONLY ${a.relation} ALTER COLUMN ${a.column} ${change}`, { lock: 'ACCESS EXCLUSIVE' });

/** The default of the column, which is a child of it. */
const defaultOf = (column: Key, side: Side): string | null =>
  side.children(column).find(isDefault)?.attributes.expression ?? null;

/**
 * The ancestors' columns whose statements create the column with their own defaults: ADD COLUMN on an ancestor, or
 * CREATE TABLE … INHERITS, which spells no inherited column. Empty where CREATE TABLE spells the column.
 */
function createdLike(column: Typed<Column>, context: Decided): readonly Key[] {
  if (column.parent === null || !context.creates(column.parent)) {
    return column.inherits.filter((key) => context.creates(key));
  }
  return column.attributes.local || column.attributes.partition ? [] : column.inherits;
}

/**
 * The default that a column surely has when its table gets children; undefined where the plan sets it at a time of its
 * own.
 */
function settledDefault(key: Key, context: Decided): string | null | undefined {
  const column = context.after.get(key);
  const wanted = defaultOf(key, context.after);
  if (!context.creates(key)) return defaultOf(key, context.before) === wanted ? wanted : undefined;
  const like = isColumn(column) ? createdLike(column, context) : [];
  return like.every((ancestor) => settledDefault(ancestor, context) === wanted) ? wanted : undefined;
}

/** Whether the statement that creates the column also gives it this default. */
function isAsAncestors({ parent, attributes }: Typed<DefaultValue>, context: Decided): boolean {
  const column = parent === null ? undefined : context.after.get(parent);
  return (
    !isColumn(column) ||
    createdLike(column, context).every((key) => settledDefault(key, context) === attributes.expression)
  );
}

/** A virtual column that becomes a plain one is added as a generated column first, which has no default. */
const wasVirtual = ({ key }: DbObject, { before }: Decided): boolean => {
  const former = before.get(key);
  return isColumn(former) && former.attributes.generated?.stored === false;
};

/** DROP DEFAULT for a new column that may get a default from an ancestor's column and has none. */
export const withoutAncestorsDefault = (column: Typed<Column>, context: Decided): Draft[] =>
  defaultOf(column.key, context.after) === null &&
  createdLike(column, context).some((key) => settledDefault(key, context) !== null)
    ? [alter({ relation: column.attributes.relation, column: column.attributes.name }, 'DROP DEFAULT')]
    : [];

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
