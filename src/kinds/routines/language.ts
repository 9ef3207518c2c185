// The kind language: CREATE LANGUAGE (catalog pg_language).
import { definesWord, mentionsName } from '../../sql/statement-words.ts';
import { type Draft, ddl, defineKind, type Typed } from '../kind.ts';
import { catalog, functionName, grantsOrNull, roleName } from '../shared/catalog-sql.ts';
import { routineName } from '../shared/member-sql.ts';

type Language = {
  readonly trusted: boolean;
  readonly handler: string | null;
  readonly inline: string | null;
  readonly validator: string | null;
};

const definition = ({ reference, attributes: l }: Typed<Language>): string =>
  [
    `${l.trusted ? 'TRUSTED ' : ''}LANGUAGE ${reference}`,
    ...(l.handler === null ? [] : [`HANDLER ${l.handler}`]),
    ...(l.inline === null ? [] : [`INLINE ${l.inline}`]),
    ...(l.validator === null ? [] : [`VALIDATOR ${l.validator}`]),
  ].join(' ');

const trust = (object: Typed<Language>) =>
  object.attributes.trusted
    ? [{ code: 'S508', message: `every role with USAGE on language ${object.reference} may create functions in it` }]
    : [];

const replaceInPlace = ({ after }: { after: Typed<Language> }): Draft[] => [
  ddl(`CREATE OR REPLACE ${definition(after)}`, { hazards: trust(after) }),
];

export const language = defineKind<Language>({
  name: 'language',
  keyword: 'LANGUAGE',
  folder: 'ddl',
  words: {
    statements: {
      CreatePLangStmt: {
        defines: definesWord('language', 'plname'),
        mentions: (node) =>
          ['plhandler', 'plinline', 'plvalidator'].flatMap((field) => mentionsName('routine', field)(node)),
      },
    },
    types: { language: { objectTypes: ['OBJECT_LANGUAGE'], within: 'database' } },
    catalogs: { pg_language: 'true' },
    memberStatements: `
      SELECT 11, l.oid, 'CREATE ' || CASE WHEN l.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'LANGUAGE ' || quote_ident(l.lanname)
               || ' HANDLER ' || ${routineName('l.lanplcallfoid')}
        FROM members m JOIN pg_language l ON l.oid = m.objid WHERE m.classid = 'pg_catalog.pg_language'::pg_catalog.regclass`,
  },
  privileges: { keyword: 'LANGUAGE', letter: 'l' },
  query: () => `
    SELECT ${catalog('pg_language')} AS classid, l.oid AS objid, 0 AS objsubid, l.lanname AS objname, NULL AS namespace,
           quote_ident(l.lanname) AS reference, ${roleName('l.lanowner')} AS owner,
           ${grantsOrNull('l.lanacl', 'l.lanowner')} AS grants, l.lanpltrusted AS trusted,
           ${functionName('l.lanplcallfoid')} AS handler, ${functionName('l.laninline')} AS inline,
           ${functionName('l.lanvalidator')} AS validator
      FROM pg_language l
     WHERE l.lanispl AND l.oid >= 16384`,
  create: (object) => [ddl(`CREATE ${definition(object)}`, { hazards: trust(object) })],
  drop: ({ reference }) => [ddl(`DROP LANGUAGE ${reference}`)],
  alter: replaceInPlace,
  attributes: { trusted: 'alter', handler: 'alter', inline: 'alter', validator: 'alter' },
});
