import { ddl, defineKind } from './kind.ts';
import { catalog, grantsOrNull, roleName, userNamespace } from './shared/catalog-sql.ts';

export const schema = defineKind<Record<never, never>>({
  name: 'schema',
  keyword: 'SCHEMA',
  folder: 'ddl',
  privileges: { keyword: 'SCHEMA', letter: 'n' },
  holdsRows: () => true,
  query: () => `
    SELECT ${catalog('pg_namespace')} AS classid, n.oid AS objid, 0 AS objsubid, n.nspname AS objname, n.nspname AS namespace,
           quote_ident(n.nspname) AS reference, ${roleName('n.nspowner')} AS owner,
           ${grantsOrNull('n.nspacl', 'n.nspowner')} AS grants
      FROM pg_namespace n
     WHERE ${userNamespace('n')}`,
  create: (object) => [ddl(`CREATE SCHEMA ${object.reference}`)],
  drop: (object) => [
    ddl(`DROP SCHEMA ${object.reference}`, {
      dangers: [
        { code: 'D103', message: `drops schema ${object.reference}`, remedy: 'keep the schema until nothing names it' },
      ],
    }),
  ],
  attributes: {},
});
