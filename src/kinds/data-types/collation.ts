// The kind collation: CREATE COLLATION (catalog pg_collation).
import { quoteLiteral } from '../../sql/identifiers.ts';
import { languageTag } from '../../sql/language-tag.ts';
import { ddl, defineKind } from '../kind.ts';
import { catalog, qualified, roleName, userNamespace } from '../shared/catalog-sql.ts';
import { swapOfType } from '../shared/type-swap.ts';

type Collation = {
  /** pg_collation.collprovider: c (libc), i (ICU) or b (builtin, since 17). */
  readonly provider: string;
  readonly deterministic: boolean;
  readonly collate: string | null;
  readonly ctype: string | null;
  readonly locale: string | null;
  readonly rules: string | null;
};

const PROVIDERS: Readonly<Record<string, string>> = { c: 'libc', i: 'icu', b: 'builtin' };

/** The ICU or builtin locale moved from collcollate (14) to colliculocale (15) to colllocale (17). */
const localeSql = (version: number): string =>
  version >= 170000
    ? 'c.colllocale'
    : version >= 150000
      ? 'c.colliculocale'
      : "CASE WHEN c.collprovider = 'i' THEN c.collcollate END";

export const collation = defineKind<Collation>({
  name: 'collation',
  keyword: 'COLLATION',
  folder: 'ddl',
  words: {
    statements: { AlterCollationStmt: {} },
    types: { collation: { objectTypes: ['OBJECT_COLLATION'] } },
    catalogs: { pg_collation: 'true' },
  },
  query: (version) => `
    SELECT ${catalog('pg_collation')} AS classid, c.oid AS objid, 0 AS objsubid, c.collname AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', 'c.collname')} AS reference, ${roleName('c.collowner')} AS owner,
           c.collprovider AS provider, c.collisdeterministic AS deterministic,
           CASE WHEN c.collprovider = 'c' THEN c.collcollate END AS collate,
           CASE WHEN c.collprovider = 'c' THEN c.collctype END AS ctype, ${localeSql(version)} AS locale,
           ${version >= 160000 ? 'c.collicurules' : 'NULL::text'} AS rules
      FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
     WHERE ${userNamespace('n')}`,
  meaning: (c) => (c.provider === 'i' && c.locale !== null ? { ...c, locale: languageTag(c.locale) } : c),
  create: ({ reference, attributes: c }) => {
    const locale =
      c.locale !== null
        ? [`LOCALE = ${quoteLiteral(c.locale)}`]
        : c.collate === c.ctype
          ? [`LOCALE = ${quoteLiteral(c.collate ?? '')}`]
          : [`LC_COLLATE = ${quoteLiteral(c.collate ?? '')}`, `LC_CTYPE = ${quoteLiteral(c.ctype ?? '')}`];
    const parts = [
      `PROVIDER = ${PROVIDERS[c.provider] ?? c.provider}`,
      ...locale,
      ...(c.deterministic ? [] : ['DETERMINISTIC = false']),
      ...(c.rules === null ? [] : [`RULES = ${quoteLiteral(c.rules)}`]),
    ];
    return [ddl(`CREATE COLLATION ${reference} (${parts.join(', ')})`)];
  },
  drop: ({ reference }) => [ddl(`DROP COLLATION ${reference}`)],
  swap: (object) => swapOfType(object, 'COLLATION'),
  since: [
    { major: 17, feature: 'a collation of the builtin provider', uses: ({ attributes: c }) => c.provider === 'b' },
    { major: 16, feature: 'a collation with rules', uses: ({ attributes: c }) => c.rules !== null },
  ],
  attributes: {
    provider: 'replace',
    deterministic: 'replace',
    collate: 'replace',
    ctype: 'replace',
    locale: 'replace',
    rules: 'replace',
  },
});
