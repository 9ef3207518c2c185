// What a table says of one of its indexes, whether a constraint stands behind the index or not.
import { type Draft, ddl, type Sides, type Typed } from '../kind.ts';
import { isConstraint, isIndex } from './family.ts';

/** Columns of pg_index under an alias (which an outer join may leave empty). */
export const indexStanding = (alias: string): string =>
  `coalesce(${alias}.indisclustered, false) AS clustered, coalesce(${alias}.indisreplident, false) AS "replicaIdentity"`;

/**
 * The name PostgreSQL chooses for an unnamed index (ChooseIndexName): table, columns and a label, joined by `_`. A name
 * too long for that is shortened there; here it matches nothing, which is safe.
 */
export const chosenName = (index: string, relation: string, label: string): string => `
  quote_ident(concat_ws('_', ${relation}.relname,
    CASE WHEN ${label} <> 'pkey' THEN (SELECT string_agg(ia.attname, '_' ORDER BY ia.attnum) FROM pg_attribute ia
                                        WHERE ia.attrelid = ${index}.indexrelid AND ia.attnum > 0) END, ${label}))`;

export const clustering = (relation: string, index: string | null): Draft =>
  ddl(`ALTER TABLE ${relation} ${index === null ? 'SET WITHOUT CLUSTER' : `CLUSTER ON ${index}`}`, {
    lock: 'SHARE UPDATE EXCLUSIVE',
  });

/** The mark moves to another index with that one's statement; only where it goes for good it is taken away. */
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
    dangers: [{ code: 'C409', message: `changes what logical replication sends of ${relation}` }],
  });
