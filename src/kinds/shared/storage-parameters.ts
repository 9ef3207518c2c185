// The documented options of columns, tables, views and indexes, for the kinds that have storage parameters.
// A server may store other options in the same catalog columns for its own use, as the minor releases of November 2026
// do with `pg_attver` in pg_attribute.attoptions: such an option is not part of the schema. Kinds read the documented
// options; the catalog reports the others as unmanaged.

/** A catalog column that holds options, and the names of the documented ones. */
interface OptionHolder {
  /** The word for the objects with the option, in plans. */
  readonly words: string;
  /** FROM and WHERE clauses that yield the alias `h`. */
  readonly from: string;
  /** The array of options. */
  readonly array: string;
  readonly documented: readonly string[];
}

/** ALTER TABLE … ALTER COLUMN … SET (…): manual, ALTER TABLE. */
const COLUMN_OPTIONS = ['n_distinct', 'n_distinct_inherited'];

/** Manual, CREATE VIEW. */
const VIEW_OPTIONS = ['check_option', 'security_barrier', 'security_invoker'];

/** Manual, CREATE TABLE, "Storage Parameters", of all supported majors; those of TOAST tables are a part of them. */
const TABLE_OPTIONS = [
  'autovacuum_analyze_scale_factor',
  'autovacuum_analyze_threshold',
  'autovacuum_enabled',
  'autovacuum_freeze_max_age',
  'autovacuum_freeze_min_age',
  'autovacuum_freeze_table_age',
  'autovacuum_multixact_freeze_max_age',
  'autovacuum_multixact_freeze_min_age',
  'autovacuum_multixact_freeze_table_age',
  'autovacuum_vacuum_cost_delay',
  'autovacuum_vacuum_cost_limit',
  'autovacuum_vacuum_insert_scale_factor',
  'autovacuum_vacuum_insert_threshold',
  'autovacuum_vacuum_max_threshold',
  'autovacuum_vacuum_scale_factor',
  'autovacuum_vacuum_threshold',
  'fillfactor',
  'log_autovacuum_min_duration',
  'parallel_workers',
  'toast_tuple_target',
  'user_catalog_table',
  'vacuum_index_cleanup',
  'vacuum_max_eager_freeze_failure_rate',
  'vacuum_truncate',
];

/** Manual, CREATE INDEX, "Index Storage Parameters", of the access methods that PostgreSQL itself has. */
const INDEX_OPTIONS = [
  'autosummarize',
  'buffering',
  'deduplicate_items',
  'fastupdate',
  'fillfactor',
  'gin_pending_list_limit',
  'pages_per_range',
];

/** Access methods with a larger oid are an extension's, which has options of its own. */
const FIRST_USER_OID = 16384;

const documented = (array: string, names: readonly string[], unless = 'false'): string =>
  `(SELECT json_object_agg(o.option_name, o.option_value) FROM pg_options_to_table(${array}) o
     WHERE ${unless} OR o.option_name IN (${list(names)}))`;

const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** The options of a column as a JSON object of texts, null where there are none, for an alias of pg_attribute. */
export const columnOptions = (alias: string): string => documented(`${alias}.attoptions`, COLUMN_OPTIONS);

/** As above, of a view, for an alias of pg_class. */
export const viewOptions = (alias: string): string => documented(`${alias}.reloptions`, VIEW_OPTIONS);

/** As above, of an index. */
export const indexOptions = (alias: string): string =>
  documented(`${alias}.reloptions`, INDEX_OPTIONS, `${alias}.relam >= ${FIRST_USER_OID}`);

const withClause = (array: string, condition: string): string => `coalesce((
             SELECT ' WITH (' || string_agg(quote_ident(o.option_name) || '=' || CASE
                      WHEN quote_ident(o.option_value) = o.option_value THEN o.option_value
                      ELSE quote_literal(o.option_value) END, ', ' ORDER BY o.ordinality) || ')'
               FROM pg_options_to_table(${array}) WITH ORDINALITY o WHERE ${condition}), '')`;

/**
 * The text of pg_get_indexdef() or pg_get_constraintdef(), which spells all options of the index (flatten_reloptions()
 * in ruleutils.c), with the documented ones alone. `alias`: of the index's pg_class row, which an outer join may leave empty.
 */
export const indexDefinition = (definition: string, alias: string): string => `
           CASE WHEN ${alias}.reloptions IS NULL THEN ${definition}
                ELSE replace(${definition}, ${withClause(`${alias}.reloptions`, 'true')},
                  ${withClause(`${alias}.reloptions`, `${alias}.relam >= ${FIRST_USER_OID} OR o.option_name IN (${list(INDEX_OPTIONS)})`)}) END`;

/** As above, of a table or materialized view, with those of its TOAST table as `toast.…`. */
export const tableOptions = (alias: string): string => `
           (SELECT json_object_agg(o.name, o.value) FROM (
              SELECT option_name AS name, option_value AS value FROM pg_options_to_table(${alias}.reloptions)
               WHERE option_name IN (${list(TABLE_OPTIONS)})
              UNION ALL SELECT 'toast.' || x.option_name, x.option_value
                FROM pg_class toast, pg_options_to_table(toast.reloptions) x
               WHERE toast.oid = ${alias}.reltoastrelid AND x.option_name IN (${list(TABLE_OPTIONS)})) o)`;

const relations = (kinds: string, condition = 'true'): string =>
  `pg_class h WHERE h.reloptions IS NOT NULL AND h.oid >= ${FIRST_USER_OID} AND h.relkind IN (${kinds}) AND ${condition}`;

const HOLDERS: readonly OptionHolder[] = [
  {
    words: 'columns',
    from: `pg_attribute h WHERE h.attoptions IS NOT NULL AND h.attnum > 0 AND NOT h.attisdropped
            AND h.attrelid IN (SELECT c.oid FROM pg_class c WHERE c.oid >= ${FIRST_USER_OID} AND c.relkind NOT IN ('i', 'I'))`,
    array: 'h.attoptions',
    documented: COLUMN_OPTIONS,
  },
  { words: 'tables', from: relations("'r', 'p', 'm', 't'"), array: 'h.reloptions', documented: TABLE_OPTIONS },
  { words: 'views', from: relations("'v'"), array: 'h.reloptions', documented: VIEW_OPTIONS },
  {
    words: 'indexes',
    from: relations("'i', 'I'", `h.relam < ${FIRST_USER_OID}`),
    array: 'h.reloptions',
    documented: INDEX_OPTIONS,
  },
];

/** The names of options that PostgreSQL does not document, one row with a JSON array: `option pg_attver of columns`. */
export const UNDOCUMENTED_OPTIONS = `
  SELECT coalesce(json_agg(u.name ORDER BY u.name), '[]')::text AS rows FROM (${HOLDERS.map(
    ({ words, from, array, documented: names }) => `
    SELECT DISTINCT 'option ' || split_part(e.entry, '=', 1) || ' of ${words}' AS name
      FROM (SELECT unnest(${array}) AS entry FROM ${from}) e
     WHERE split_part(e.entry, '=', 1) NOT IN (${list(names)})`,
  ).join(' UNION ALL ')}) u`;
