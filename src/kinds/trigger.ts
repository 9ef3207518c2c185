import { type Draft, ddl, defineKind } from './kind.ts';
import { catalog, qualified, userNamespace } from './shared/catalog-sql.ts';
import { FIRING, firingSql } from './shared/firing.ts';

type Trigger = {
  readonly relation: string;
  readonly name: string;
  readonly definition: string;
  readonly constraint: boolean;
  /** pg_trigger.tgenabled: O, D, R or A. */
  readonly firing: string;
};

const setFiring = (t: Trigger): Draft =>
  ddl(`ALTER TABLE ${t.relation} ${FIRING[t.firing] ?? 'ENABLE'} TRIGGER ${t.name}`, { lock: 'SHARE ROW EXCLUSIVE' });

export const trigger = defineKind<Trigger>({
  name: 'trigger',
  keyword: 'TRIGGER',
  folder: 'ddl',
  inheritance: () => 'cloned',
  query: () => `
    SELECT ${catalog('pg_trigger')} AS classid, t.oid AS objid, 0 AS objsubid, n.nspname AS namespace,
           format('%I ON %I.%I', t.tgname, n.nspname, c.relname) AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           CASE WHEN t.tgparentid <> 0 THEN json_build_array(json_build_array(${catalog('pg_trigger')}, t.tgparentid, 0))
                END AS inherits,
           ${qualified('n.nspname', 'c.relname')} AS relation, quote_ident(t.tgname) AS name,
           pg_get_triggerdef(t.oid) AS definition, t.tgconstraint <> 0 AS constraint, ${firingSql('t.tgenabled')} AS firing
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE NOT t.tgisinternal AND ${userNamespace('n')}`,
  slots: ({ attributes: t }) => [`trigger ${t.relation} ${t.name}`],
  create: ({ attributes: t }) => [ddl(t.definition, { lock: 'SHARE ROW EXCLUSIVE' })],
  settings: ({ attributes: t }) => (t.firing === 'O' ? [] : [setFiring(t)]),
  drop: ({ reference }) => [
    ddl(`DROP TRIGGER ${reference}`, {
      lock: 'ACCESS EXCLUSIVE',
      dangers: [{ code: 'C407', message: `trigger ${reference} no longer fires` }],
    }),
  ],
  attributes: {
    relation: 'replace',
    name: 'replace',
    definition: ({ before, after }) =>
      before.attributes.constraint || after.attributes.constraint
        ? 'replace'
        : [
            ddl(after.attributes.definition.replace(/^CREATE TRIGGER/, 'CREATE OR REPLACE TRIGGER'), {
              lock: 'SHARE ROW EXCLUSIVE',
            }),
          ],
    constraint: 'replace',
    firing: ({ after }) => [setFiring(after.attributes)],
  },
});
