// CLUSTER and REPLICA IDENTITY marks of indexes (pg_index), for the kinds index and table constraint.
import { type Draft, ddl, type Sides, type Typed } from '../kind.ts';
import { isConstraint, isIndex } from './family.ts';

/** Columns of pg_index under an alias (which an outer join may leave empty). */
export const indexStanding = (alias: string): string =>
  `coalesce(${alias}.indisclustered, false) AS clustered, coalesce(${alias}.indisreplident, false) AS "replicaIdentity"`;

/**
 * The name PostgreSQL chooses for an unnamed index (ChooseIndexName): table, columns and a label, joined by `_`.
 * PostgreSQL shortens long names; here such a name counts as not chosen, which costs a clause and no error.
 */
export const chosenName = (index: string, relation: string, label: string): string => `
  quote_ident(concat_ws('_', ${relation}.relname,
    CASE WHEN ${label} <> 'pkey' THEN (SELECT string_agg(ia.attname, '_' ORDER BY ia.attnum) FROM pg_attribute ia
                                        WHERE ia.attrelid = ${index}.indexrelid AND ia.attnum > 0) END, ${label}))`;

export const clustering = (relation: string, index: string | null): Draft =>
  ddl(`ALTER TABLE ${relation} ${index === null ? 'SET WITHOUT CLUSTER' : `CLUSTER ON ${index}`}`, {
    lock: 'SHARE UPDATE EXCLUSIVE',
  });

/** SET WITHOUT CLUSTER, unless another index gets the mark: CLUSTER ON for that index removes it from this one. */
export function changeClustering(object: Typed<Standing>, context: Sides): Draft[] {
  const { relation, name, clustered } = object.attributes;
  if (clustered) return [clustering(relation, name)];
  const others = object.parent === null ? [] : context.after.children(object.parent);
  const moves = others.some((other) => (isIndex(other) || isConstraint(other)) && other.attributes.clustered);
  return moves ? [] : [clustering(relation, null)];
}

type Standing = { readonly relation: string; readonly name: string; readonly clustered: boolean };

export const replicaIdentity = (relation: string, index: string): Draft =>
  ddl(`ALTER TABLE ${relation} REPLICA IDENTITY USING INDEX ${index}`, {
    lock: 'ACCESS EXCLUSIVE',
    hazards: [{ code: 'C409', message: `changes the replica identity of table ${relation}` }],
  });
