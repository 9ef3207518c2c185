import { definitionsOf } from '../sql/definitions.ts';
import { asList, asNode, asText, type Node } from '../sql/node.ts';
import type { Definition, Words } from '../sql/words.ts';
import { ddl, defineKind, holdsRows } from './kind.ts';
import { catalog, grantsOrNull, roleName, userNamespace } from './shared/catalog-sql.ts';

export const schema = defineKind<Record<never, never>>({
  name: 'schema',
  keyword: 'SCHEMA',
  folder: 'ddl',
  words: {
    statements: { CreateSchemaStmt: { defines: definedBySchema, touchesNamedOnly: true } },
    types: { schema: { objectTypes: ['OBJECT_SCHEMA'], within: 'database' } },
    catalogs: { pg_namespace: "x.nspname !~ '^pg_(toast_)?temp_'" },
    memberStatements: `
      SELECT 0, n.oid, 'CREATE SCHEMA ' || quote_ident(n.nspname) FROM members m JOIN pg_namespace n ON n.oid = m.objid
       WHERE m.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass`,
  },
  privileges: { keyword: 'SCHEMA', letter: 'n' },
  respond: holdsRows,
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

/** CREATE SCHEMA may hold further CREATE statements, whose objects go into the new schema. */
function definedBySchema(node: Node, at: number, words: Words): readonly Definition[] {
  const name = asText(node['schemaname']) || asText(asNode(node['authrole'])?.['rolename']);
  const inner = asList(node['schemaElts']).flatMap((element) => {
    const [type = '', value] = Object.entries(asNode(element) ?? {})[0] ?? [];
    return definitionsOf(type, asNode(value) ?? {}, at, words);
  });
  const into = (parts: readonly string[]) => (parts.length === 1 ? [name, ...parts] : parts);
  const moved = inner.map((item) =>
    item.on === undefined ? { ...item, name: into(item.name) } : { ...item, on: into(item.on) },
  );
  return [{ type: 'schema', name: [name], at }, ...moved];
}
