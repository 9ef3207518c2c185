-- U20260330164501__no_shows_and_finer_costs.sql: undoes part 2 of 2 of plan 1b00e6acfbd9
-- The undo files of a plan run together, the last version first: only the whole is its inverse.
--
-- Locks that block reads or writes:
--   ACCESS EXCLUSIVE on app.absences
--   ACCESS EXCLUSIVE on app.customers
--   ACCESS EXCLUSIVE on app.device_pings_2026_04
--   ACCESS EXCLUSIVE on app.job_costs
--   ACCESS EXCLUSIVE on app.parts
--   ACCESS EXCLUSIVE on app.schedule
--   ACCESS EXCLUSIVE on app.technician_day
--   ACCESS EXCLUSIVE on app.visits
--
-- Work that grows with the rows:
--   scans app.absences
--   rewrites app.parts
--   rewrites app.visits
--   builds an index over app.visits
--
-- Loses what was written since:
--   the values of app.customers.preferences
--   the values of app.visits.signed_by
--   the rows of table app.device_pings_2026_04
--   what of app.parts.unit_cost does not fit numeric(10,2)
--   values of app.visits.status that the new app.visit_status lacks
--
-- Hazards, refused unless run with --allow A201,D101,D102,D104 or acknowledged here by a line like schema:ack A201
--   reason="…":
-- schema:hazard A201 blocking: rewrites table app.parts and its indexes: column unit_cost becomes numeric(10,2)
--   Instead: on a large table add a new column, copy in batches and swap
-- schema:hazard A201 blocking: rewrites table app.visits to follow type app.visit_status
-- schema:hazard D101 blocking: drops table app.device_pings_2026_04 with its rows
--   Instead: back it up, or rename it away and drop it later
-- schema:hazard D102 blocking: drops column app.customers.preferences with its values
--   Instead: stop using it first; drop it in a later release
-- schema:hazard D102 blocking: drops column app.visits.signed_by with its values
-- schema:hazard D104 blocking: values of app.parts.unit_cost may not fit numeric(10,2)
-- schema:hazard A202: reads all of app.absences under an ACCESS EXCLUSIVE lock
-- schema:hazard A203: builds an index on app.visits under an ACCESS EXCLUSIVE lock
-- schema:hazard A203: blocks writes to app.visits while the index is built
-- schema:hazard C402: queries that read view app.job_costs fail
-- schema:hazard C402: queries that read view app.technician_day fail
-- schema:hazard C402: queries that read view app.schedule fail
-- schema:hazard C403: cached plans that return app.parts.unit_cost fail once
-- schema:hazard C405: sessions with cached plans that name app.visit_status fail until they reconnect
--   Instead: recycle pooled connections after the migration
-- schema:hazard C407: trigger visits_close_job ON app.visits no longer fires
-- schema:hazard C408: app.absences no longer enforces absences_reason_check
-- schema:hazard C408: app.visits no longer enforces visits_one_place_at_a_time
-- schema:hazard F302: fails if app.visits holds duplicates
-- schema:hazard F303: fails if a row of app.absences breaks absences_reason_check
-- schema:hazard F304: fails if a value of app.visits.status does not exist in the new type
-- schema:hazard P601: queries on app.customers can no longer use app.customers_preferences_idx
-- schema:hazard P601: queries on app.visits can no longer use app.visits_to_reschedule_idx
--
-- schema:plan 1b00e6acfbd9 2/2
-- schema:before 3-7a27f256aa93cbef

-- Drops trigger visits_close_job ON app.visits, because enum app.visit_status changes.
-- Locks app.visits (ACCESS EXCLUSIVE).
DROP TRIGGER visits_close_job ON app.visits;

-- Drops view app.job_costs, because table column app.parts.unit_cost changes.
-- Locks app.job_costs (ACCESS EXCLUSIVE).
DROP VIEW app.job_costs;

-- Drops view app.technician_day, because view app.schedule changes.
-- Locks app.technician_day (ACCESS EXCLUSIVE).
DROP VIEW app.technician_day;

-- Drops view app.schedule, because enum app.visit_status changes.
-- Locks app.schedule (ACCESS EXCLUSIVE).
DROP VIEW app.schedule;

-- Drops index app.customers_preferences_idx.
-- Locks app.customers (ACCESS EXCLUSIVE).
DROP INDEX app.customers_preferences_idx;

-- Drops index app.visits_to_reschedule_idx.
-- Locks app.visits (ACCESS EXCLUSIVE).
DROP INDEX app.visits_to_reschedule_idx;

-- Drops table constraint absences_reason_check ON app.absences.
-- Locks app.absences (ACCESS EXCLUSIVE).
ALTER TABLE app.absences DROP CONSTRAINT absences_reason_check;

-- Drops table constraint visits_one_place_at_a_time ON app.visits, because enum app.visit_status changes.
-- Locks app.visits (ACCESS EXCLUSIVE).
ALTER TABLE app.visits DROP CONSTRAINT visits_one_place_at_a_time;

-- Drops default value app.visits.status, because enum app.visit_status changes.
-- Locks app.visits (ACCESS EXCLUSIVE).
ALTER TABLE ONLY app.visits ALTER COLUMN status DROP DEFAULT;

-- Drops table column app.customers.preferences.
-- Locks app.customers (ACCESS EXCLUSIVE). Loses the values of app.customers.preferences.
ALTER TABLE app.customers DROP COLUMN preferences;

-- Drops table column app.visits.signed_by.
-- Locks app.visits (ACCESS EXCLUSIVE). Loses the values of app.visits.signed_by.
ALTER TABLE app.visits DROP COLUMN signed_by;

-- Drops table app.device_pings_2026_04.
-- Locks app.device_pings_2026_04 (ACCESS EXCLUSIVE). Loses the rows of table app.device_pings_2026_04.
DROP TABLE app.device_pings_2026_04;

-- Moves app.visit_status aside: PostgreSQL can't change it in place.
ALTER TYPE app.visit_status RENAME TO visit_status__before;

-- Creates enum app.visit_status.
CREATE TYPE app.visit_status AS ENUM (
    'planned',
    'en_route',
    'on_site',
    'finished',
    'cancelled'
);

-- Makes again table constraint absences_reason_check ON app.absences.
-- Locks app.absences (ACCESS EXCLUSIVE). Scans app.absences.
ALTER TABLE app.absences ADD CONSTRAINT absences_reason_check CHECK ((reason = ANY (ARRAY['vacation'::text, 'sick leave'::text])));

-- app.parts.unit_cost: numeric(12,4) becomes numeric(10,2).
-- Locks app.parts (ACCESS EXCLUSIVE). Rewrites app.parts. Loses what of app.parts.unit_cost does not fit
--   numeric(10,2).
ALTER TABLE app.parts ALTER COLUMN unit_cost TYPE numeric(10,2);

-- Describes table column app.parts.unit_cost.
COMMENT ON COLUMN app.parts.unit_cost IS 'Weighted average of purchases';

-- app.visits.status follows the new app.visit_status.
-- Locks app.visits (ACCESS EXCLUSIVE). Rewrites app.visits. Loses values of app.visits.status that the new
--   app.visit_status lacks.
ALTER TABLE app.visits ALTER COLUMN status TYPE app.visit_status USING status::text::app.visit_status;

-- Makes again default value app.visits.status, because enum app.visit_status changes.
-- Locks app.visits (ACCESS EXCLUSIVE).
ALTER TABLE ONLY app.visits ALTER COLUMN status SET DEFAULT 'planned'::app.visit_status;

-- Makes again table constraint visits_one_place_at_a_time ON app.visits, because enum app.visit_status changes.
-- Locks app.visits (ACCESS EXCLUSIVE). Builds an index over app.visits.
ALTER TABLE app.visits ADD CONSTRAINT visits_one_place_at_a_time EXCLUDE USING gist (technician_id WITH =, planned WITH &&) WHERE ((status <> 'cancelled'::app.visit_status));

-- Describes table constraint visits_one_place_at_a_time ON app.visits.
COMMENT ON CONSTRAINT visits_one_place_at_a_time ON app.visits IS 'Nobody is in two places at once';

-- Creates index app.visits_planned_idx.
-- Locks app.visits (SHARE). Builds an index over app.visits.
CREATE INDEX visits_planned_idx ON app.visits USING btree (lower(planned));

-- Makes again trigger visits_close_job ON app.visits, because enum app.visit_status changes.
-- Locks app.visits (SHARE ROW EXCLUSIVE).
CREATE CONSTRAINT TRIGGER visits_close_job AFTER UPDATE OF status ON app.visits DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.status = 'finished'::app.visit_status)) EXECUTE FUNCTION app.close_job_with_last_visit();

-- Makes again view app.job_costs, because table column app.parts.unit_cost changes.
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

-- Describes view app.job_costs.
COMMENT ON VIEW app.job_costs IS 'What a job cost us so far';

-- Makes again view app.schedule, because enum app.visit_status changes.
CREATE VIEW app.schedule WITH (security_barrier = true) AS
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
  WHERE (v.status <> 'cancelled'::app.visit_status);

-- Describes view app.schedule.
COMMENT ON VIEW app.schedule IS 'Who goes where, and when';

-- Makes again view app.technician_day, because view app.schedule changes.
CREATE VIEW app.technician_day AS
 SELECT technician_id,
    technician,
    (lower(planned))::date AS day,
    count(*) AS visits,
    app.worked_hours(range_agg(planned)) AS planned_hours
   FROM app.schedule s
  GROUP BY technician_id, technician, ((lower(planned))::date);

-- Describes view app.technician_day.
COMMENT ON VIEW app.technician_day IS 'How full a day is';

-- Drops the former app.visit_status, now unused.
DROP TYPE app.visit_status__before;
