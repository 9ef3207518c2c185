import { quoteLiteral } from '../sql/identifiers.ts';
import { definesName, mentionsName } from '../sql/statement-words.ts';
import { ddl, defineKind, takes } from './kind.ts';
import { catalog, functionName, qualified, roleName, userNamespace } from './shared/catalog-sql.ts';

type Conversion = {
  readonly from: string;
  readonly to: string;
  readonly routine: string | null;
  /** The one that a schema of the search path gives for the two encodings. */
  readonly standard: boolean;
};

export const conversion = defineKind<Conversion>({
  name: 'conversion',
  keyword: 'CONVERSION',
  folder: 'ddl',
  words: {
    statements: {
      CreateConversionStmt: {
        defines: definesName('conversion', 'conversion_name'),
        mentions: mentionsName('routine', 'func_name'),
      },
    },
    types: { conversion: { objectTypes: ['OBJECT_CONVERSION'] } },
    catalogs: { pg_conversion: 'true' },
  },
  query: () => `
    SELECT ${catalog('pg_conversion')} AS classid, c.oid AS objid, 0 AS objsubid, c.conname AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', 'c.conname')} AS reference, ${roleName('c.conowner')} AS owner,
           pg_encoding_to_char(c.conforencoding) AS from, pg_encoding_to_char(c.contoencoding) AS to,
           ${functionName('c.conproc')} AS routine, c.condefault AS standard
      FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace
     WHERE ${userNamespace('n')}`,
  resources: ({ namespace, attributes: c }) =>
    takes(...(c.standard ? [`conversion ${namespace} ${c.from} ${c.to}`] : [])),
  create: ({ reference, attributes: c }) => [
    ddl(
      `CREATE ${c.standard ? 'DEFAULT ' : ''}CONVERSION ${reference} FOR ${quoteLiteral(c.from)} TO ${quoteLiteral(c.to)} FROM ${c.routine}`,
    ),
  ],
  drop: ({ reference }) => [ddl(`DROP CONVERSION ${reference}`)],
  attributes: { from: 'replace', to: 'replace', routine: 'replace', standard: 'replace' },
});
