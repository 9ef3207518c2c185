// The kind statistics object: CREATE STATISTICS (catalog pg_statistic_ext).
import { quoteIdentifier } from '../sql/identifiers.ts';
import { definesName, mentionsName } from '../sql/statement-words.ts';
import { type Draft, ddl, defineKind, type Sides, staysWithColumn, type Typed } from './kind.ts';
import { afterColumns } from './relations/rebuilt.ts';
import { catalog, qualified, roleName, userNamespace } from './shared/catalog-sql.ts';

type Statistics = { readonly definition: string; readonly target: number | null };

/**
 * pg_get_statisticsobjdef() in parts: the text before ON; the columns, in the order of their numbers (stxkeys) and of
 * their names; and the text after ON. The order of the columns has no meaning, and a column that was dropped and created
 * again has another number.
 */
const definitionParts = `
             SELECT d.head, substr(d.text, length(d.head) + 4) AS rest, k.columns, k.sorted
               FROM (SELECT w.text, w.named || coalesce(substring(substr(w.text, length(w.named) + 1) FROM '^\\([a-z, ]+\\) '), '') AS head
                       FROM (SELECT pg_get_statisticsobjdef(s.oid) AS text,
                                    format('CREATE STATISTICS %I.%I ', n.nspname, s.stxname) AS named) w) d,
                    (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns,
                            string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) AS sorted
                       FROM pg_attribute a WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys)) k`;

const setTarget = (reference: string, target: number | null): Draft =>
  ddl(`ALTER STATISTICS ${reference} SET STATISTICS ${target ?? -1}`);

/** The statements for what PostgreSQL forgets when it rebuilds statistics, because the type of a column changes. */
function forgotten({ reference, owner, attributes }: Typed<Statistics>, { role }: Sides): Draft[] {
  const why = `Sets properties of statistics object ${reference} again, which PostgreSQL forgets when a column's type changes.`;
  const drafts = [
    ...(attributes.target === null ? [] : [setTarget(reference, attributes.target)]),
    ...(owner === null || owner === role
      ? []
      : [ddl(`ALTER STATISTICS ${reference} OWNER TO ${quoteIdentifier(owner)}`)]),
  ];
  return drafts.map((draft) => ({ ...draft, why }));
}

export const statistics = defineKind<Statistics>({
  name: 'statistics object',
  keyword: 'STATISTICS',
  folder: 'ddl',
  words: {
    statements: {
      CreateStatsStmt: { defines: definesName('statistics object', 'defnames'), touchesNamedOnly: true },
      AlterStatsStmt: { mentions: mentionsName('statistics object', 'defnames') },
    },
    types: { 'statistics object': { objectTypes: ['OBJECT_STATISTIC_EXT'] } },
    catalogs: { pg_statistic_ext: 'true' },
  },
  respond: (object, cause, how, context) => {
    const response = staysWithColumn(object, cause, how);
    return response === 'stays' ? forgotten(object, context) : response;
  },
  edges: afterColumns,
  query: () => `
    SELECT ${catalog('pg_statistic_ext')} AS classid, s.oid AS objid, 0 AS objsubid, s.stxname AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', 's.stxname')} AS reference, ${roleName('s.stxowner')} AS owner,
           json_build_array(${catalog('pg_class')}, s.stxrelid, 0) AS parent,
           concat(t.head, 'ON ', t.sorted, substr(t.rest, coalesce(length(t.columns), 0) + 1)) AS definition,
           nullif(s.stxstattarget, -1) AS target
      FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace, LATERAL (${definitionParts}) t
     WHERE ${userNamespace('n')}`,
  create: ({ attributes }) => [ddl(attributes.definition, { lock: 'SHARE UPDATE EXCLUSIVE' })],
  settings: ({ reference, attributes }) =>
    attributes.target === null ? [] : [setTarget(reference, attributes.target)],
  drop: ({ reference }) => [ddl(`DROP STATISTICS ${reference}`, { lock: 'SHARE UPDATE EXCLUSIVE' })],
  attributes: {
    definition: 'replace',
    target: ({ after }) => [setTarget(after.reference, after.attributes.target)],
  },
});
