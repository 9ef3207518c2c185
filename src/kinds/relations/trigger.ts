import type { Key } from '../../catalog/catalog.ts';
import { definesOnRelation } from '../../sql/statement-words.ts';
import { type Draft, ddl, defineKind, type Sides, type Typed, takes } from '../kind.ts';
import { catalog, qualified, userNamespace } from '../shared/catalog-sql.ts';
import { FIRING, firingSql } from '../shared/firing.ts';
import { isTrigger } from './family.ts';
import { inheritedEdges, inheritedHosts, respondToAncestor, unlessPassedOn, wantsTheSame } from './inherited.ts';
import type { Trigger } from './models.ts';

const setFiring = (t: Trigger): Draft =>
  ddl(`ALTER TABLE ${t.relation} ${FIRING[t.firing] ?? 'ENABLE'} TRIGGER ${t.name}`, { lock: 'SHARE ROW EXCLUSIVE' });

/** The state PostgreSQL gives a new trigger: a clone in a partition takes its ancestor's. */
function initialFiring({ inherits }: Typed<Trigger>, context: Sides): string {
  const [ancestor] = inherits.flatMap((key) => context.after.get(key) ?? []);
  return isTrigger(ancestor) ? ancestor.attributes.firing : 'O';
}

/** ENABLE and DISABLE reach the clones in partitions: those that differ, and have no change of their own, are set back. */
function setFamily(object: Typed<Trigger>, context: Sides, all: boolean): Draft[] {
  const heirs = descendants(object.key, context).filter(({ key, attributes: { firing } }) => {
    const former = context.before.get(key);
    const unchanged = isTrigger(former) && former.attributes.firing === firing;
    return firing !== object.attributes.firing && (all || unchanged);
  });
  return [setFiring(object.attributes), ...heirs.map((heir) => setFiring(heir.attributes))];
}

const descendants = (key: Key, context: Sides): Typed<Trigger>[] =>
  context.after
    .heirs(key)
    .filter(isTrigger)
    .flatMap((heir) => [heir, ...descendants(heir.key, context)]);

/** A trigger that is replaced fires again, and so do its clones. */
function replaceTrigger(object: Typed<Trigger>, context: Sides): Draft[] {
  const { definition, firing } = object.attributes;
  const family = setFamily(object, context, true);
  return [
    ddl(definition.replace(/^CREATE TRIGGER/, 'CREATE OR REPLACE TRIGGER'), { lock: 'SHARE ROW EXCLUSIVE' }),
    ...(firing === 'O' ? family.slice(1) : family),
  ];
}

export const trigger = defineKind<Trigger>({
  name: 'trigger',
  keyword: 'TRIGGER',
  folder: 'ddl',
  words: {
    statements: { CreateTrigStmt: { defines: definesOnRelation('trigger', 'trigname'), touchesNamedOnly: true } },
    types: { trigger: { objectTypes: ['OBJECT_TRIGGER'], within: 'relation' } },
    catalogs: { pg_trigger: 'true' },
  },
  query: () => `
    SELECT ${catalog('pg_trigger')} AS classid, t.oid AS objid, 0 AS objsubid, t.tgname AS objname, n.nspname AS namespace,
           format('%I ON %I.%I', t.tgname, n.nspname, c.relname) AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           CASE WHEN t.tgparentid <> 0 THEN json_build_array(json_build_array(${catalog('pg_trigger')}, t.tgparentid, 0))
                END AS inherits,
           ${qualified('n.nspname', 'c.relname')} AS relation, quote_ident(t.tgname) AS name,
           pg_get_triggerdef(t.oid) AS definition, t.tgconstraint <> 0 AS constraint, ${firingSql('t.tgenabled')} AS firing
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE NOT t.tgisinternal AND ${userNamespace('n')}`,
  resources: ({ attributes: t }) => takes(`trigger ${t.relation} ${t.name}`),
  create: ({ attributes: t }) => [ddl(t.definition, { lock: 'SHARE ROW EXCLUSIVE' })],
  settings: (object, context) =>
    object.attributes.firing === initialFiring(object, context) ? [] : [setFiring(object.attributes)],
  drop: ({ reference }) => [
    ddl(`DROP TRIGGER ${reference}`, {
      lock: 'ACCESS EXCLUSIVE',
      dangers: [{ code: 'C407', message: `trigger ${reference} no longer fires` }],
    }),
  ],
  hosts: inheritedHosts,
  edges: inheritedEdges,
  respond: (object, cause, how, context) => respondToAncestor(object, cause, how, context) ?? 'rebuild',
  attributes: unlessPassedOn<Trigger>(
    {
      relation: 'replace',
      name: 'replace',
      definition: ({ before, after }, context) =>
        before.attributes.constraint || after.attributes.constraint ? 'replace' : replaceTrigger(after, context),
      constraint: 'replace',
      firing: ({ after }, context) => setFamily(after, context, false),
    },
    // The clone's definition names another table.
    (attribute, ancestor, heir) =>
      attribute === 'definition' || (attribute === 'firing' && wantsTheSame(attribute, ancestor, heir)),
  ),
});
