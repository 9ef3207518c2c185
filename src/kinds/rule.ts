import { definesOnRelation } from '../sql/statement-words.ts';
import { type Draft, ddl, defineKind } from './kind.ts';
import { catalog, qualified, userNamespace } from './shared/catalog-sql.ts';
import { FIRING, firingSql } from './shared/firing.ts';

type RewriteRule = {
  readonly relation: string;
  readonly name: string;
  readonly definition: string;
  readonly firing: string;
};

const setFiring = (r: RewriteRule): Draft =>
  ddl(`ALTER TABLE ${r.relation} ${FIRING[r.firing] ?? 'ENABLE'} RULE ${r.name}`, { lock: 'SHARE ROW EXCLUSIVE' });

export const rule = defineKind<RewriteRule>({
  name: 'rule',
  keyword: 'RULE',
  folder: 'ddl',
  words: {
    statements: { RuleStmt: { defines: definesOnRelation('rule', 'rulename'), touchesNamedOnly: true } },
    types: { rule: { objectTypes: ['OBJECT_RULE'], within: 'relation' } },
    catalogs: { pg_rewrite: 'true' },
  },
  query: () => `
    SELECT ${catalog('pg_rewrite')} AS classid, r.oid AS objid, 0 AS objsubid, r.rulename AS objname, n.nspname AS namespace,
           format('%I ON %I.%I', r.rulename, n.nspname, c.relname) AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           ${qualified('n.nspname', 'c.relname')} AS relation, quote_ident(r.rulename) AS name,
           rtrim(pg_get_ruledef(r.oid), ';') AS definition, ${firingSql('r.ev_enabled')} AS firing
      FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE r.rulename <> '_RETURN' AND ${userNamespace('n')}`,
  create: ({ attributes: r }) => [ddl(r.definition, { lock: 'ACCESS EXCLUSIVE' })],
  settings: ({ attributes: r }) => (r.firing === 'O' ? [] : [setFiring(r)]),
  drop: ({ reference }) => [ddl(`DROP RULE ${reference}`, { lock: 'ACCESS EXCLUSIVE' })],
  attributes: {
    relation: 'replace',
    name: 'replace',
    definition: ({ after }) => [
      ddl(after.attributes.definition.replace(/^CREATE RULE/, 'CREATE OR REPLACE RULE'), { lock: 'ACCESS EXCLUSIVE' }),
    ],
    firing: ({ after }) => [setFiring(after.attributes)],
  },
});
