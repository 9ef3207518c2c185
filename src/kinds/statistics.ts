import { definesName, mentionsName } from '../sql/statement-words.ts';
import { type Draft, ddl, defineKind, staysWithColumn } from './kind.ts';
import { catalog, qualified, roleName, userNamespace } from './shared/catalog-sql.ts';

type Statistics = { readonly definition: string; readonly target: number | null };

const setTarget = (reference: string, target: number | null): Draft =>
  ddl(`ALTER STATISTICS ${reference} SET STATISTICS ${target ?? -1}`);

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
  respond: staysWithColumn,
  query: () => `
    SELECT ${catalog('pg_statistic_ext')} AS classid, s.oid AS objid, 0 AS objsubid, s.stxname AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', 's.stxname')} AS reference, ${roleName('s.stxowner')} AS owner,
           json_build_array(${catalog('pg_class')}, s.stxrelid, 0) AS parent,
           pg_get_statisticsobjdef(s.oid) AS definition, nullif(s.stxstattarget, -1) AS target
      FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
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
