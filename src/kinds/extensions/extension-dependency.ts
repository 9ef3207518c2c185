// The kind extension dependency: ALTER … DEPENDS ON EXTENSION (pg_depend.deptype 'x'). DROP EXTENSION drops the object.
import type { Key } from '../../catalog/catalog.ts';
import type { Side } from '../../catalog/side.ts';
import { mentionsObject } from '../../sql/statement-words.ts';
import { type Draft, ddl, defineKind, type Kind, type Sides, staysWithColumn, type Typed } from '../kind.ts';
import { catalog, qualified, userNamespace } from '../shared/catalog-sql.ts';

type ExtensionDependency = {
  /** The object type and name between ALTER and DEPENDS: `INDEX app.i`. */
  readonly object: string;
  readonly extension: string;
};

const alter = ({ attributes: d, parent }: Typed<ExtensionDependency>, side: Side, no: string, why: string): Draft =>
  ddl(`ALTER ${d.object} ${no}DEPENDS ON EXTENSION ${d.extension}`, {
    why,
    ...(parent !== null && side.get(parent)?.kind === 'materialized view' ? { lock: 'ACCESS EXCLUSIVE' } : {}),
  });

function dependOn(object: Typed<ExtensionDependency>, side: Side): Draft {
  const { object: name, extension } = object.attributes;
  return alter(
    object,
    side,
    '',
    `Makes ${name} depend on extension ${extension}: DROP EXTENSION also drops the object.`,
  );
}

/** The statements for the dependencies on extensions of an object that PostgreSQL rebuilds: it forgets them. */
export const forgottenDependencies = (object: Key, { before, after }: Sides): Draft[] =>
  after.dependents(object).flatMap((key) => {
    const dependency = before.get(key) && after.get(key);
    return dependency?.kind === extensionDependency.name
      ? [dependOn(dependency as Typed<ExtensionDependency>, after)]
      : [];
  });

export const extensionDependency: Kind = defineKind<ExtensionDependency>({
  name: 'extension dependency',
  keyword: 'EXTENSION',
  folder: 'ddl',
  words: {
    statements: { AlterObjectDependsStmt: { mentions: mentionsObject('objectType') } },
  },
  traits: { uncommented: true },
  respond: staysWithColumn,
  query: () => `
    SELECT ${catalog('pg_depend')} AS classid, d.objid, d.refobjid AS objsubid, x.namespace,
           format('%s on %I', x.object, e.extname) AS reference, json_build_array(d.classid, d.objid, 0) AS parent,
           json_build_array(json_build_array(d.refclassid, d.refobjid, 0)) AS uses,
           x.object, quote_ident(e.extname) AS extension
      FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid AND d.refclassid = ${catalog('pg_extension')}
      JOIN LATERAL (
        SELECT n.nspname AS namespace, n.nspname,
               CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW ' ELSE 'INDEX ' END || ${qualified('n.nspname', 'c.relname')} AS object
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE d.classid = ${catalog('pg_class')} AND c.oid = d.objid AND c.relkind IN ('m', 'i', 'I')
        UNION ALL
        SELECT n.nspname, n.nspname,
               format('%s %I.%I(%s)', CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, n.nspname, p.proname,
                      oidvectortypes(p.proargtypes))
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE d.classid = ${catalog('pg_proc')} AND p.oid = d.objid
        UNION ALL
        SELECT n.nspname, n.nspname, format('TRIGGER %I ON %I.%I', t.tgname, n.nspname, c.relname)
          FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE d.classid = ${catalog('pg_trigger')} AND t.oid = d.objid) x ON true
     WHERE d.deptype = 'x' AND ${userNamespace('x')}`,
  create: (object, { after }) => [dependOn(object, after)],
  drop: (object, { before }) => {
    const { object: name, extension } = object.attributes;
    return [alter(object, before, 'NO ', `Removes the dependency of ${name} on extension ${extension}.`)];
  },
  attributes: { object: 'replace', extension: 'replace' },
});
