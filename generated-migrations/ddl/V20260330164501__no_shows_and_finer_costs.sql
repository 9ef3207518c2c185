-- V20260330164501__no_shows_and_finer_costs.sql: part 2 of 2 of plan 1b00e6acfbd9
-- Commits by itself: the plan needs several transactions.
--
-- Locks that block reads or writes:
--   ACCESS EXCLUSIVE on app.absences
--   ACCESS EXCLUSIVE on app.customers
--   ACCESS EXCLUSIVE on app.job_costs
--   ACCESS EXCLUSIVE on app.parts
--   ACCESS EXCLUSIVE on app.schedule
--   ACCESS EXCLUSIVE on app.visits
--
-- Work that grows with the rows:
--   scans app.absences
--   builds an index over app.customers
--   rewrites app.parts
--   builds an index over app.visits
--
-- Undo: lossless; rows that were there before are kept.
--
-- Hazards, for information:
-- schema:hazard A201: rewrites table app.parts and its indexes: column unit_cost becomes numeric(12,4)
--   Instead: on a large table add a new column, copy in batches and swap
-- schema:hazard A202: reads all of app.absences under an ACCESS EXCLUSIVE lock
-- schema:hazard A203: blocks writes to app.customers while the index is built
-- schema:hazard A203: blocks writes to app.visits while the index is built
-- schema:hazard C402: queries that read view app.job_costs fail
-- schema:hazard C403: cached plans that return app.parts.unit_cost fail once
-- schema:hazard C406: view app.schedule reads differently
-- schema:hazard C408: app.absences no longer enforces absences_reason_check
-- schema:hazard F303: fails if a row of app.absences breaks absences_reason_check
-- schema:hazard P601: queries on app.visits can no longer use app.visits_planned_idx
-- schema:hazard S501: changes privileges on app.customers.preferences
--
-- schema:plan 1b00e6acfbd9 2/2
-- schema:after 3-7a27f256aa93cbef
-- schema:transaction file

-- Drops view app.job_costs, because table column app.parts.unit_cost changes.
-- Locks app.job_costs (ACCESS EXCLUSIVE).
DROP VIEW app.job_costs;

-- Drops index app.visits_planned_idx.
-- Locks app.visits (ACCESS EXCLUSIVE).
DROP INDEX app.visits_planned_idx;

-- Drops table constraint absences_reason_check ON app.absences.
-- Locks app.absences (ACCESS EXCLUSIVE).
ALTER TABLE app.absences DROP CONSTRAINT absences_reason_check;

-- Describes enum app.visit_status (schema/app/types.sql:33).
COMMENT ON TYPE app.visit_status IS 'no_show: the technician was there, nobody opened';

-- Makes again table constraint absences_reason_check ON app.absences (schema/app/technicians.sql:62).
-- Locks app.absences (ACCESS EXCLUSIVE). Scans app.absences.
ALTER TABLE app.absences ADD CONSTRAINT absences_reason_check CHECK ((reason = ANY (ARRAY['vacation'::text, 'sick leave'::text, 'training'::text])));

-- Creates table column app.customers.preferences (schema/app/customers.sql:9).
-- Locks app.customers (ACCESS EXCLUSIVE).
ALTER TABLE app.customers ADD COLUMN preferences jsonb DEFAULT '{}'::jsonb NOT NULL;

-- Sets who may use app.customers.preferences (schema/app/customers.sql:9).
GRANT UPDATE (preferences) ON TABLE app.customers TO PUBLIC;

-- Describes table column app.customers.preferences (schema/app/customers.sql:9).
COMMENT ON COLUMN app.customers.preferences IS 'What the customer portal stores: language, reminders';

-- Creates index app.customers_preferences_idx (schema/app/customers.sql:23).
-- Locks app.customers (SHARE). Builds an index over app.customers.
CREATE INDEX customers_preferences_idx ON app.customers USING gin (preferences jsonb_path_ops);

-- Creates table app.device_pings_2026_04 (schema/app/jobs.sql:84).
CREATE TABLE app.device_pings_2026_04 (
    technician_id bigint CONSTRAINT device_pings_technician_id_not_null NOT NULL,
    pinged_at timestamp with time zone CONSTRAINT device_pings_pinged_at_not_null NOT NULL,
    latitude numeric(9,6) CONSTRAINT device_pings_latitude_not_null NOT NULL,
    longitude numeric(9,6) CONSTRAINT device_pings_longitude_not_null NOT NULL,
    battery_percent smallint,
    CONSTRAINT device_pings_battery_percent_check CHECK (((battery_percent >= 0) AND (battery_percent <= 100)))
);

-- Attaches partition app.device_pings_2026_04 to app.device_pings.
ALTER TABLE app.device_pings ATTACH PARTITION app.device_pings_2026_04 FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-05-01 00:00:00+00');

-- app.parts.unit_cost: numeric(10,2) becomes numeric(12,4) (schema/app/inventory.sql:8).
-- Locks app.parts (ACCESS EXCLUSIVE). Rewrites app.parts.
ALTER TABLE app.parts ALTER COLUMN unit_cost TYPE numeric(12,4);

-- Describes table column app.parts.unit_cost (schema/app/inventory.sql:8).
COMMENT ON COLUMN app.parts.unit_cost IS 'Weighted average of purchases: four decimals, or cable becomes free';

-- Creates table column app.visits.signed_by (schema/app/jobs.sql:33).
-- Locks app.visits (ACCESS EXCLUSIVE).
ALTER TABLE app.visits ADD COLUMN signed_by text;

-- Creates index app.visits_to_reschedule_idx (schema/app/jobs.sql:43).
-- Locks app.visits (SHARE). Builds an index over app.visits.
CREATE INDEX visits_to_reschedule_idx ON app.visits USING btree (upper(planned)) WHERE (status = 'no_show'::app.visit_status);

-- Makes again view app.job_costs, because table column app.parts.unit_cost changes (schema/app/views.sql:36).
CREATE VIEW app.job_costs AS
 SELECT j.id AS job_id,
    COALESCE(p.cost, (0)::numeric) AS parts,
    COALESCE(l.cost, (0)::numeric) AS labour
   FROM ((app.jobs j
     LEFT JOIN ( SELECT jp.job_id,
            sum(((jp.quantity)::numeric * parts.unit_cost)) AS cost
           FROM (app.job_parts jp
             JOIN app.parts ON ((parts.id = jp.part_id)))
          GROUP BY jp.job_id) p ON ((p.job_id = j.id)))
     LEFT JOIN ( SELECT v.job_id,
            sum(((EXTRACT(epoch FROM (v.finished_at - v.arrived_at)) / (3600)::numeric) * t.hourly_cost)) AS cost
           FROM (app.visits v
             JOIN app.technicians t ON ((t.id = v.technician_id)))
          GROUP BY v.job_id) l ON ((l.job_id = j.id)));

-- Describes view app.job_costs (schema/app/views.sql:36).
COMMENT ON VIEW app.job_costs IS 'What a job cost us so far';

-- Alters view app.schedule (schema/app/views.sql:13).
-- Locks app.schedule (ACCESS EXCLUSIVE).
CREATE OR REPLACE VIEW app.schedule WITH (security_barrier = true) AS
 SELECT v.id AS visit_id,
    v.technician_id,
    t.name AS technician,
    v.planned,
    v.status,
    j.title,
    j.priority,
    (s.address).city AS city
   FROM (((app.visits v
     JOIN app.technicians t ON ((t.id = v.technician_id)))
     JOIN app.jobs j ON ((j.id = v.job_id)))
     JOIN app.sites s ON ((s.id = j.site_id)))
  WHERE (v.status <> ALL (ARRAY['cancelled'::app.visit_status, 'no_show'::app.visit_status]));
