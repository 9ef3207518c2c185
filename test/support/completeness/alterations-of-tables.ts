// The statements of alterations.ts for tables and what belongs to them.
import type { Alteration } from './alterations.ts';

const of = (kind: string, list: Readonly<Record<string, string>>, since?: number): Alteration[] =>
  Object.entries(list).map(([attribute, sql]) => ({ kind, attribute, sql, ...(since ? { since } : {}) }));

const TABLES: readonly Alteration[] = [
  ...of('table', {
    unlogged: 'ALTER TABLE scrap SET LOGGED',
    options: 'ALTER TABLE animals SET (fillfactor = 70)',
    tablespace: 'ALTER TABLE scrap SET TABLESPACE attic',
    rowSecurity: 'ALTER TABLE animals ENABLE ROW LEVEL SECURITY',
    forceRowSecurity: 'ALTER TABLE animals FORCE ROW LEVEL SECURITY',
    replicaIdentity: 'ALTER TABLE animals REPLICA IDENTITY FULL',
    owner: 'ALTER TABLE scrap OWNER TO keeper',
    grants: 'GRANT SELECT ON animals TO reader',
    comment: "COMMENT ON TABLE animals IS 'x'",
    create: 'ALTER TABLE scrap RENAME TO rubbish',
  }),
  { kind: 'table', attribute: 'options', sql: 'ALTER TABLE animals SET (toast.autovacuum_enabled = false)' },
  ...of('table column', {
    type: 'ALTER TABLE visits ALTER COLUMN page TYPE varchar(9)',
    collation: 'ALTER TABLE animals ALTER COLUMN tags TYPE text[] COLLATE "C"',
    notNull: 'ALTER TABLE animals ALTER COLUMN born SET NOT NULL',
    identity: 'ALTER TABLE animals ALTER COLUMN id SET GENERATED ALWAYS',
    generated: 'ALTER TABLE animals ALTER COLUMN twice DROP EXPRESSION',
    storage: 'ALTER TABLE animals ALTER COLUMN tags SET STORAGE EXTERNAL',
    compression: 'ALTER TABLE animals ALTER COLUMN tags SET COMPRESSION pglz',
    statistics: 'ALTER TABLE animals ALTER COLUMN name SET STATISTICS 7',
    options: 'ALTER TABLE animals ALTER COLUMN name SET (n_distinct = 5)',
    foreignOptions: "ALTER FOREIGN TABLE ships ALTER COLUMN id OPTIONS (SET column_name 'nr')",
    grants: 'GRANT SELECT (name) ON animals TO reader',
    comment: "COMMENT ON COLUMN animals.name IS 'x'",
    create: 'ALTER TABLE animals RENAME COLUMN born TO birth',
  }),
  { kind: 'table column', attribute: 'identity', sql: 'ALTER TABLE animals ALTER COLUMN id SET INCREMENT BY 2' },
  { kind: 'table column', attribute: 'identity', sql: 'ALTER SEQUENCE animals_id_seq RENAME TO ids' },
  { kind: 'table column', attribute: 'identity', sql: 'GRANT USAGE ON SEQUENCE animals_id_seq TO reader' },
  { kind: 'table column', attribute: 'identity', sql: "COMMENT ON SEQUENCE animals_id_seq IS 'x'" },
  { kind: 'table column', attribute: 'identity', sql: 'ALTER SEQUENCE animals_id_seq SET UNLOGGED', since: 15 },
  ...of('table column', { notNullComment: "COMMENT ON CONSTRAINT animals_name_not_null ON animals IS 'x'" }, 18),
  ...(
    [
      'ALTER TABLE animals RENAME CONSTRAINT animals_name_not_null TO named',
      'ALTER TABLE visits_2025 ALTER CONSTRAINT visits_2025_day_not_null NO INHERIT',
      'ALTER TABLE animals ADD CONSTRAINT aged NOT NULL born NOT VALID',
    ] as const
  ).map((sql) => ({ kind: 'table column', attribute: 'notNull', sql, since: 18 })),
  ...of('default value', {
    expression: "ALTER TABLE animals ALTER COLUMN born SET DEFAULT '2000-01-01'",
    drop: 'ALTER TABLE animals ALTER COLUMN born DROP DEFAULT',
    create: "ALTER VIEW cheap ALTER COLUMN name SET DEFAULT 'x'",
  }),
  ...of('inheritance', {
    create: "ALTER TABLE visits ATTACH PARTITION visits_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')",
    drop: 'ALTER TABLE goats NO INHERIT animals',
  }),
  ...of('typed table', {
    create: 'ALTER TABLE parcels_apart OF parcel_of_table',
    drop: 'ALTER TABLE parcels NOT OF',
  }),
];

/** Statements that PostgreSQL 15 introduced. */
const SINCE_15: readonly Alteration[] = [
  ...of('table', { accessMethod: 'ALTER TABLE scrap SET ACCESS METHOD shelf' }, 15),
  ...of('materialized view', { accessMethod: 'ALTER MATERIALIZED VIEW counts SET ACCESS METHOD shelf' }, 15),
  ...of('sequence', { unlogged: 'ALTER SEQUENCE numbers SET UNLOGGED' }, 15),
];

const CONSTRAINTS: readonly Alteration[] = [
  ...of('table constraint', {
    definition: 'ALTER TABLE stalls ALTER CONSTRAINT stalls_animal DEFERRABLE',
    validated: 'ALTER TABLE stalls VALIDATE CONSTRAINT stalls_animal',
    options: 'ALTER INDEX animals_pkey SET (fillfactor = 60)',
    tablespace: 'ALTER INDEX animals_pkey SET TABLESPACE attic',
    statistics: 'ALTER INDEX stalls_free ALTER COLUMN 1 SET STATISTICS 8',
    clustered: 'ALTER TABLE animals CLUSTER ON animals_pkey',
    replicaIdentity: 'ALTER TABLE stalls REPLICA IDENTITY USING INDEX stalls_number',
    indexComment: "COMMENT ON INDEX animals_pkey IS 'x'",
    comment: "COMMENT ON CONSTRAINT animals_pkey ON animals IS 'x'",
    create: 'ALTER TABLE animals RENAME CONSTRAINT animals_pkey TO pk',
  }),
  {
    kind: 'table constraint',
    attribute: 'definition',
    sql: 'ALTER TABLE stalls ALTER CONSTRAINT stalls_animal NOT ENFORCED',
    since: 18,
  },
  ...of('index', {
    definition: 'ALTER TABLE animals RENAME COLUMN born TO birth',
    options: 'ALTER INDEX animals_born SET (fillfactor = 60)',
    valid:
      "SET LOCAL allow_system_table_mods = on; UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = 'animals_born'::regclass",
    tablespace: 'ALTER INDEX animals_born SET TABLESPACE attic',
    statistics: 'ALTER INDEX animals_born ALTER COLUMN 2 SET STATISTICS 8',
    clustered: 'ALTER TABLE animals CLUSTER ON animals_born',
    replicaIdentity:
      'ALTER TABLE animals ALTER COLUMN cost SET NOT NULL; ALTER TABLE animals REPLICA IDENTITY USING INDEX animals_cost_name',
    attachedTo: 'ALTER INDEX visits_page ATTACH PARTITION visits_2024_page',
    comment: "COMMENT ON INDEX animals_born IS 'x'",
    drop: 'ALTER INDEX animals_born RENAME TO by_birth',
  }),
  ...of('statistics object', {
    target: 'ALTER STATISTICS animals_stats SET STATISTICS 9',
    owner: 'ALTER STATISTICS animals_stats OWNER TO keeper',
    comment: "COMMENT ON STATISTICS animals_stats IS 'x'",
    create: 'ALTER STATISTICS animals_stats RENAME TO counted',
  }),
];

const SEQUENCES: readonly Alteration[] = [
  ...of('sequence', {
    options: 'ALTER SEQUENCE numbers CACHE 5',
    owner: 'ALTER SEQUENCE numbers OWNER TO keeper',
    grants: 'GRANT USAGE ON SEQUENCE numbers TO reader',
    comment: "COMMENT ON SEQUENCE numbers IS 'x'",
  }),
  ...['AS smallint', 'INCREMENT BY 2', 'MINVALUE -3', 'MAXVALUE 99', 'START 7', 'CYCLE'].map((change) => ({
    kind: 'sequence',
    attribute: 'options',
    sql: `ALTER SEQUENCE numbers ${change}`,
  })),
  ...of('sequence ownership', {
    column: 'ALTER SEQUENCE stall_numbers OWNED BY stalls.animal',
    drop: 'ALTER SEQUENCE stall_numbers OWNED BY NONE',
    create: 'ALTER SEQUENCE numbers OWNED BY animals.cost',
  }),
];

const VIEWS: readonly Alteration[] = [
  ...of('view', {
    columns: "COMMENT ON COLUMN cheap.name IS 'x'",
    definition: 'CREATE OR REPLACE VIEW cheap AS SELECT id, name FROM animals WHERE cost < 20',
    options: 'ALTER VIEW cheap SET (security_barrier)',
    owner: 'ALTER VIEW cheap OWNER TO keeper',
    grants: 'GRANT SELECT (name) ON cheap TO reader',
    comment: "COMMENT ON VIEW cheap IS 'x'",
  }),
  { kind: 'view', attribute: 'definition', sql: 'ALTER TABLE animals RENAME COLUMN cost TO price' },
  { kind: 'view', attribute: 'columns', sql: 'ALTER VIEW cheap RENAME COLUMN name TO title' },
  ...of('materialized view', {
    columns: "COMMENT ON COLUMN counts.n IS 'x'",
    definition: 'ALTER TABLE animals RENAME COLUMN name TO title',
    options: 'ALTER MATERIALIZED VIEW counts SET (autovacuum_enabled = false)',
    tuning: 'ALTER MATERIALIZED VIEW counts ALTER COLUMN name SET STATISTICS 3',
    tablespace: 'ALTER MATERIALIZED VIEW counts SET TABLESPACE attic',
    owner: 'ALTER MATERIALIZED VIEW counts OWNER TO keeper',
    grants: 'GRANT SELECT ON counts TO reader',
    comment: "COMMENT ON MATERIALIZED VIEW counts IS 'x'",
  }),
  ...['SET STORAGE EXTERNAL', 'SET COMPRESSION pglz', 'SET (n_distinct = 4)'].map((change) => ({
    kind: 'materialized view',
    attribute: 'tuning',
    sql: `ALTER MATERIALIZED VIEW counts ALTER COLUMN name ${change}`,
  })),
];

const REACTIONS: readonly Alteration[] = [
  ...of('trigger', {
    definition: 'CREATE OR REPLACE TRIGGER changed AFTER UPDATE ON animals FOR EACH ROW EXECUTE FUNCTION on_change()',
    firing: 'ALTER TABLE animals ENABLE REPLICA TRIGGER changed',
    comment: "COMMENT ON TRIGGER changed ON animals IS 'x'",
    create: 'ALTER TRIGGER changed ON animals RENAME TO altered',
  }),
  ...of('rule', {
    definition: 'CREATE OR REPLACE RULE quiet AS ON DELETE TO animals WHERE OLD.cost > 1 DO INSTEAD NOTHING',
    firing: 'ALTER TABLE animals DISABLE RULE quiet',
    comment: "COMMENT ON RULE quiet ON animals IS 'x'",
    create: 'ALTER RULE quiet ON animals RENAME TO silent',
  }),
  ...of('policy', {
    roles: 'ALTER POLICY own ON animals TO reader',
    using: 'ALTER POLICY own ON animals USING (true)',
    check: 'ALTER POLICY own ON animals WITH CHECK (false)',
    comment: "COMMENT ON POLICY own ON animals IS 'x'",
    create: 'ALTER POLICY own ON animals RENAME TO mine',
  }),
];

export const ALTERATIONS_OF_TABLES: readonly Alteration[] = [
  ...TABLES,
  ...SINCE_15,
  ...CONSTRAINTS,
  ...SEQUENCES,
  ...VIEWS,
  ...REACTIONS,
];
