// Foreign tables. Their rows are on another server, so that one can be dropped and made anew without losing any.
import { asNode } from '../../sql/node.ts';
import { mentionsWord } from '../../sql/statement-words.ts';
import { tableParts } from '../../sql/table-elements.ts';
import { type Alteration, type Draft, ddl, defineKind, type Typed, takes } from '../kind.ts';
import { catalog, grantsOrNull, options, qualified, roleName, userNamespace } from '../shared/catalog-sql.ts';
import { changedOptions, createdOptions } from '../shared/foreign-options.ts';
import type { ForeignTable } from './models.ts';
import { tableDefinition } from './table-definition.ts';

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
  words: {
    statements: {
      CreateForeignTableStmt: {
        defines: (node, at) => tableParts('foreign table', asNode(node['base']) ?? {}, at),
        mentions: mentionsWord('server', 'servername'),
      },
    },
    types: { 'foreign table': { objectTypes: ['OBJECT_FOREIGN_TABLE'], namespace: 'relation', allInSchema: true } },
  },
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
  resources: ({ reference }) => takes(`relation ${reference}`, `type ${reference}`),
  create: (object, context) => [
    ddl(
      `CREATE FOREIGN TABLE ${object.reference}${tableDefinition(object, context)}` +
        `\nSERVER ${object.attributes.server}${createdOptions(object.attributes.options)}`,
    ),
  ],
  drop,
  attributes: { server: 'replace', options: alterOptions, columns: moveColumns },
});
