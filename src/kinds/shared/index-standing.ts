// What a table says of one of its indexes, whether a constraint stands behind the index or not.
import { type Draft, ddl } from '../kind.ts';

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

export const replicaIdentity = (relation: string, index: string): Draft =>
  ddl(`ALTER TABLE ${relation} REPLICA IDENTITY USING INDEX ${index}`, {
    lock: 'ACCESS EXCLUSIVE',
    dangers: [{ code: 'C409', message: `changes what logical replication sends of ${relation}` }],
  });
