// The kinds foreign-data wrapper and server: CREATE FOREIGN DATA WRAPPER and CREATE SERVER.
// Foreign tables hold no rows, so a plan may recreate them with their server.
import { quoteLiteral } from '../../sql/identifiers.ts';
import { definesWord, mentionsWord } from '../../sql/statement-words.ts';
import { type Alteration, type Draft, ddl, defineKind } from '../kind.ts';
import { catalog, functionName, grantsOrNull, options, roleName } from '../shared/catalog-sql.ts';
import { changedOptions, createdOptions, type ForeignOptions } from '../shared/foreign-options.ts';
import { routineName } from '../shared/member-sql.ts';

type Wrapper = {
  readonly handler: string | null;
  readonly validator: string | null;
  readonly options: ForeignOptions | null;
};

/** One statement for all changes, so that a new validator checks the new options only. */
function changeWrapper({ before, after }: Alteration<Wrapper>): Draft[] {
  const [b, a] = [before.attributes, after.attributes];
  const part = (word: string, old: string | null, now: string | null): string =>
    old === now ? '' : now === null ? ` NO ${word}` : ` ${word} ${now}`;
  const parts = [
    part('HANDLER', b.handler, a.handler),
    part('VALIDATOR', b.validator, a.validator),
    changedOptions(b.options, a.options),
  ];
  return [
    ddl(`ALTER FOREIGN DATA WRAPPER ${after.reference}${parts.join('')}`, {
      hazards: [
        {
          code: 'C410',
          message: `changes how foreign tables of foreign-data wrapper ${after.reference} are read; queries on them may fail`,
        },
      ],
    }),
  ];
}

export const foreignDataWrapper = defineKind<Wrapper>({
  name: 'foreign-data wrapper',
  keyword: 'FOREIGN DATA WRAPPER',
  folder: 'ddl',
  words: {
    statements: {
      CreateFdwStmt: { defines: definesWord('foreign-data wrapper', 'fdwname') },
      AlterFdwStmt: { mentions: mentionsWord('foreign-data wrapper', 'fdwname') },
    },
    types: { 'foreign-data wrapper': { objectTypes: ['OBJECT_FDW'], within: 'database' } },
    catalogs: { pg_foreign_data_wrapper: 'true' },
    memberStatements: `
      SELECT 11, f.oid, 'CREATE FOREIGN DATA WRAPPER ' || quote_ident(f.fdwname)
               || CASE WHEN f.fdwhandler <> 0 THEN ' HANDLER ' || ${routineName('f.fdwhandler')} ELSE '' END
               || CASE WHEN f.fdwvalidator <> 0 THEN ' VALIDATOR ' || ${routineName('f.fdwvalidator')} ELSE '' END
        FROM members m JOIN pg_foreign_data_wrapper f ON f.oid = m.objid WHERE m.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass`,
  },
  privileges: { keyword: 'FOREIGN DATA WRAPPER', letter: 'F' },
  query: () => `
    SELECT ${catalog('pg_foreign_data_wrapper')} AS classid, f.oid AS objid, 0 AS objsubid, f.fdwname AS objname, NULL AS namespace,
           quote_ident(f.fdwname) AS reference, ${roleName('f.fdwowner')} AS owner,
           ${grantsOrNull('f.fdwacl', 'f.fdwowner')} AS grants,
           ${functionName('f.fdwhandler')} AS handler, ${functionName('f.fdwvalidator')} AS validator,
           ${options('f.fdwoptions')} AS options
      FROM pg_foreign_data_wrapper f`,
  create: ({ reference, attributes: f }) => [
    ddl(
      `CREATE FOREIGN DATA WRAPPER ${reference}` +
        (f.handler === null ? '' : ` HANDLER ${f.handler}`) +
        (f.validator === null ? '' : ` VALIDATOR ${f.validator}`) +
        createdOptions(f.options),
    ),
  ],
  drop: ({ reference }) => [ddl(`DROP FOREIGN DATA WRAPPER ${reference}`)],
  alter: changeWrapper,
  attributes: { handler: 'alter', validator: 'alter', options: 'alter' },
});

type Server = {
  readonly wrapper: string;
  readonly type: string | null;
  readonly version: string | null;
  readonly options: ForeignOptions | null;
};

function changeServer({ before, after }: Alteration<Server>): Draft[] {
  const [b, a] = [before.attributes, after.attributes];
  const version = b.version === a.version ? '' : ` VERSION ${a.version === null ? 'NULL' : quoteLiteral(a.version)}`;
  return [
    ddl(`ALTER SERVER ${after.reference}${version}${changedOptions(b.options, a.options)}`, {
      hazards: [
        {
          code: 'C410',
          message: `changes where foreign tables of server ${after.reference} are read; queries on them may fail`,
        },
      ],
    }),
  ];
}

export const foreignServer = defineKind<Server>({
  name: 'server',
  keyword: 'SERVER',
  folder: 'ddl',
  words: {
    statements: {
      CreateForeignServerStmt: {
        defines: definesWord('server', 'servername'),
        mentions: mentionsWord('foreign-data wrapper', 'fdwname'),
      },
      AlterForeignServerStmt: { mentions: mentionsWord('server', 'servername') },
    },
    types: { server: { objectTypes: ['OBJECT_FOREIGN_SERVER'], within: 'database' } },
    catalogs: { pg_foreign_server: 'true' },
  },
  privileges: { keyword: 'FOREIGN SERVER', letter: 'S' },
  query: () => `
    SELECT ${catalog('pg_foreign_server')} AS classid, s.oid AS objid, 0 AS objsubid, s.srvname AS objname, NULL AS namespace,
           quote_ident(s.srvname) AS reference, ${roleName('s.srvowner')} AS owner,
           ${grantsOrNull('s.srvacl', 's.srvowner')} AS grants, quote_ident(f.fdwname) AS wrapper,
           s.srvtype AS type, s.srvversion AS version, ${options('s.srvoptions')} AS options
      FROM pg_foreign_server s JOIN pg_foreign_data_wrapper f ON f.oid = s.srvfdw`,
  create: ({ reference, attributes: s }) => [
    ddl(
      `CREATE SERVER ${reference}` +
        (s.type === null ? '' : ` TYPE ${quoteLiteral(s.type)}`) +
        (s.version === null ? '' : ` VERSION ${quoteLiteral(s.version)}`) +
        ` FOREIGN DATA WRAPPER ${s.wrapper}${createdOptions(s.options)}`,
    ),
  ],
  drop: ({ reference }) => [ddl(`DROP SERVER ${reference}`)],
  alter: changeServer,
  attributes: { wrapper: 'replace', type: 'replace', version: 'alter', options: 'alter' },
});
