// The kind security label: SECURITY LABEL for a label provider, a module of the server (catalog pg_seclabel).
// Labels of roles, databases and tablespaces belong to the server and are not read.
import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { type Draft, ddl, defineKind, staysWithColumn } from './kind.ts';
import { catalog } from './shared/catalog-sql.ts';

type SecurityLabel = {
  readonly provider: string;
  /** The object between ON and IS: `TABLE app.users`. */
  readonly object: string;
  readonly label: string;
};

const label = (l: SecurityLabel, text: string | null): Draft =>
  ddl(
    `SECURITY LABEL FOR ${quoteIdentifier(l.provider)} ON ${l.object} IS ${text === null ? 'NULL' : quoteLiteral(text)}`,
    {
      why:
        text === null
          ? `Removes the security label of provider ${l.provider} from ${l.object}.`
          : `Sets the security label of provider ${l.provider} on ${l.object}.`,
      hazards: [{ code: 'S511', message: `changes the security label of provider ${l.provider} on ${l.object}` }],
    },
  );

export const securityLabel = defineKind<SecurityLabel>({
  name: 'security label',
  keyword: 'SECURITY LABEL',
  folder: 'ddl',
  words: {},
  traits: { uncommented: true },
  respond: staysWithColumn,
  query: () => `
    SELECT ${catalog('pg_seclabel')} AS classid, l.objoid AS objid, l.classoid AS objsubid, NULL AS namespace,
           format('%s %s for %I', l.objtype, x.name, l.provider) AS reference,
           json_build_array(l.classoid, l.objoid, l.objsubid) AS parent,
           l.provider, upper(l.objtype) || ' ' || x.name AS object, l.label
      FROM pg_seclabels l
      LEFT JOIN pg_attribute a ON l.objsubid > 0 AND a.attrelid = l.objoid AND a.attnum = l.objsubid
      -- The view does not quote a column's name.
      CROSS JOIN LATERAL (SELECT coalesce(l.objoid::regclass::text || '.' || quote_ident(a.attname), l.objname) AS name) x
     WHERE l.classoid NOT IN (${catalog('pg_authid')}, ${catalog('pg_database')}, ${catalog('pg_tablespace')})`,
  create: ({ attributes: l }) => [label(l, l.label)],
  drop: ({ attributes: l }) => [label(l, null)],
  attributes: {
    provider: 'replace',
    object: 'replace',
    label: ({ after: { attributes: l } }) => [label(l, l.label)],
  },
});
