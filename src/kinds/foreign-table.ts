// Foreign tables. Their rows are on another server, so that one can be dropped and made anew without losing any.
import { type Alteration, type Draft, ddl, defineKind, type Typed } from './kind.ts';
import { catalog, grantsOrNull, options, qualified, roleName, userNamespace } from './shared/catalog-sql.ts';
import { changedOptions, createdOptions, type ForeignOptions } from './shared/foreign-options.ts';
import { tableDefinition } from './shared/table-definition.ts';

type ForeignTable = {
  readonly server: string;
  readonly options: ForeignOptions | null;
  /** Names in their order, which wrappers of files go by; null where an ancestor gives columns of its own. */
  readonly columns: readonly string[] | null;
};

/** ALTER can add columns at the end and drop any, but move none. */
function moveColumns({ before, after }: Alteration<ForeignTable>): readonly Draft[] | 'replace' {
  const [old, now] = [before.attributes.columns, after.attributes.columns];
  if (old === null || now === null) return [];
  const kept = old.filter((name) => now.includes(name));
  const added = now.filter((name) => !old.includes(name));
  return JSON.stringify([...kept, ...added]) === JSON.stringify(now) ? [] : 'replace';
}

const alterOptions = ({ before, after }: Alteration<ForeignTable>): readonly Draft[] => [
  ddl(`ALTER FOREIGN TABLE ${after.reference}${changedOptions(before.attributes.options, after.attributes.options)}`, {
    lock: 'ACCESS EXCLUSIVE',
    dangers: [{ code: 'C410', message: `foreign table ${after.reference} reads another place, or fails` }],
  }),
];

const drop = ({ reference }: Typed<ForeignTable>): readonly Draft[] => [
  ddl(`DROP FOREIGN TABLE ${reference}`, {
    lock: 'ACCESS EXCLUSIVE',
    why: `Drops foreign table ${reference}; its rows stay where they are.`,
    dangers: [{ code: 'C402', message: `queries that name foreign table ${reference} fail` }],
  }),
];

export const foreignTable = defineKind<ForeignTable>({
  name: 'foreign table',
  keyword: 'FOREIGN TABLE',
  folder: 'ddl',
  privileges: { keyword: 'TABLE', letter: 'r' },
  query: () => `
    SELECT ${catalog('pg_class')} AS classid, c.oid AS objid, 0 AS objsubid, c.relname AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', 'c.relname')} AS reference, ${roleName('c.relowner')} AS owner,
           ${grantsOrNull('c.relacl', 'c.relowner')} AS grants,
           quote_ident(s.srvname) AS server, ${options('f.ftoptions')} AS options,
           CASE WHEN NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid) THEN coalesce((
             SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]') END AS columns
      FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver JOIN pg_class c ON c.oid = f.ftrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${userNamespace('n')}`,
  slots: ({ reference }) => [`relation ${reference}`, `type ${reference}`],
  create: (object, context) => [
    ddl(
      `CREATE FOREIGN TABLE ${object.reference}${tableDefinition(object, context)}` +
        `\nSERVER ${object.attributes.server}${createdOptions(object.attributes.options)}`,
    ),
  ],
  drop,
  attributes: { server: 'replace', options: alterOptions, columns: moveColumns },
});
