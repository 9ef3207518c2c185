import { asText, rangeName } from '../sql/node.ts';
import { referenceTo } from '../sql/objects.ts';
import { definesOnRelation } from '../sql/statement-words.ts';
import { type Draft, ddl, defineKind, type Typed } from './kind.ts';
import { catalog, qualified, userNamespace } from './shared/catalog-sql.ts';

type Policy = {
  readonly relation: string;
  readonly name: string;
  readonly permissive: boolean;
  readonly command: string;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
};

const expressions = (p: Policy): string[] => [
  ...(p.using === null ? [] : [`USING (${p.using})`]),
  ...(p.check === null ? [] : [`WITH CHECK (${p.check})`]),
];

const danger = (object: Typed<Policy>) => [
  {
    code: 'S502',
    message: `changes which rows of ${object.attributes.relation} policy ${object.attributes.name} shows or accepts`,
  },
];

/** One ALTER POLICY for all that changed; an expression can't be taken away in place. */
function alterPolicy({ before, after }: { before: Typed<Policy>; after: Typed<Policy> }): readonly Draft[] | 'replace' {
  const [old, now] = [before.attributes, after.attributes];
  if ((old.using !== null && now.using === null) || (old.check !== null && now.check === null)) return 'replace';
  const roles = old.roles.join() === now.roles.join() ? [] : [`TO ${now.roles.join(', ')}`];
  const changed = expressions({
    ...now,
    using: old.using === now.using ? null : now.using,
    check: old.check === now.check ? null : now.check,
  });
  return [
    ddl(`ALTER POLICY ${after.reference}\n    ${[...roles, ...changed].join('\n    ')}`, {
      lock: 'ACCESS EXCLUSIVE',
      dangers: danger(after),
    }),
  ];
}

export const policy = defineKind<Policy>({
  name: 'policy',
  keyword: 'POLICY',
  folder: 'ddl',
  words: {
    statements: {
      CreatePolicyStmt: { defines: definesOnRelation('policy', 'policy_name', 'table'), touchesNamedOnly: true },
      AlterPolicyStmt: {
        mentions: (node) => [referenceTo('policy', [...rangeName(node['table']), asText(node['policy_name'])], 2)],
        touchesNamedOnly: true,
      },
    },
    types: { policy: { objectTypes: ['OBJECT_POLICY'], within: 'relation' } },
    catalogs: { pg_policy: 'true' },
  },
  query: () => `
    SELECT ${catalog('pg_policy')} AS classid, p.oid AS objid, 0 AS objsubid, p.polname AS objname, n.nspname AS namespace,
           format('%I ON %I.%I', p.polname, n.nspname, c.relname) AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           ${qualified('n.nspname', 'c.relname')} AS relation, quote_ident(p.polname) AS name, p.polpermissive AS permissive,
           CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END
             AS command,
           (SELECT json_agg(x.role ORDER BY x.role) FROM (
              SELECT CASE WHEN r = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END AS role
                FROM unnest(p.polroles) r) x) AS roles,
           pg_get_expr(p.polqual, p.polrelid) AS using, pg_get_expr(p.polwithcheck, p.polrelid) AS check
      FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${userNamespace('n')}`,
  create: (object) => {
    const p = object.attributes;
    const parts = [
      `CREATE POLICY ${object.reference}`,
      ...(p.permissive ? [] : ['AS RESTRICTIVE']),
      ...(p.command === 'ALL' ? [] : [`FOR ${p.command}`]),
      ...(p.roles.join() === 'PUBLIC' ? [] : [`TO ${p.roles.join(', ')}`]),
      ...expressions(p),
    ];
    return [ddl(parts.join('\n    '), { lock: 'ACCESS EXCLUSIVE', dangers: danger(object) })];
  },
  drop: (object) => [ddl(`DROP POLICY ${object.reference}`, { lock: 'ACCESS EXCLUSIVE', dangers: danger(object) })],
  alter: alterPolicy,
  attributes: {
    relation: 'replace',
    name: 'replace',
    permissive: 'replace',
    command: 'replace',
    roles: 'alter',
    using: 'alter',
    check: 'alter',
  },
});
