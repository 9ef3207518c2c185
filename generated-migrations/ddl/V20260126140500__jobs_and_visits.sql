-- V20260126140500__jobs_and_visits.sql: plan 5aa638613dd1
--
-- Locks that block reads or writes:
--   ACCESS EXCLUSIVE on app.stock_movements
--   SHARE ROW EXCLUSIVE on app.contacts
--   SHARE ROW EXCLUSIVE on app.equipment
--   SHARE ROW EXCLUSIVE on app.parts
--   SHARE ROW EXCLUSIVE on app.sites
--   SHARE ROW EXCLUSIVE on app.stock_levels
--   SHARE ROW EXCLUSIVE on app.technicians
--
-- Work that grows with the rows:
--   scans app.stock_movements
--
-- Undo: lossless; rows that were there before are kept.
--
-- Hazards, for information:
-- schema:hazard A205: blocks writes to app.stock_movements and to the table it references while rows are checked
-- schema:hazard F303: fails if a row of app.stock_movements references nothing
--
-- schema:plan 5aa638613dd1 1/1
-- schema:before 3-1044f88119786f2b
-- schema:after 3-6fe8cd920e753f11

-- Creates table app.device_pings (schema/app/jobs.sql:65).
CREATE TABLE app.device_pings (
    technician_id bigint NOT NULL,
    pinged_at timestamp with time zone NOT NULL,
    latitude numeric(9,6) NOT NULL,
    longitude numeric(9,6) NOT NULL,
    battery_percent smallint,
    CONSTRAINT device_pings_battery_percent_check CHECK (((battery_percent >= 0) AND (battery_percent <= 100))),
    CONSTRAINT device_pings_pkey PRIMARY KEY (technician_id, pinged_at)
)
PARTITION BY RANGE (pinged_at);

-- Describes table app.device_pings (schema/app/jobs.sql:65).
COMMENT ON TABLE app.device_pings IS 'Where the vans are';

-- Creates table app.device_pings_2026_01 (schema/app/jobs.sql:77).
CREATE TABLE app.device_pings_2026_01
    PARTITION OF app.device_pings FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00');

-- Creates table app.device_pings_2026_02 (schema/app/jobs.sql:79).
CREATE TABLE app.device_pings_2026_02
    PARTITION OF app.device_pings FOR VALUES FROM ('2026-02-01 00:00:00+00') TO ('2026-03-01 00:00:00+00');

-- Creates table app.device_pings_2026_03 (schema/app/jobs.sql:81).
CREATE TABLE app.device_pings_2026_03
    PARTITION OF app.device_pings FOR VALUES FROM ('2026-03-01 00:00:00+00') TO ('2026-04-01 00:00:00+00');

-- Creates table app.device_pings_default (schema/app/jobs.sql:83).
CREATE TABLE app.device_pings_default
    PARTITION OF app.device_pings DEFAULT;

-- Describes table app.device_pings_default (schema/app/jobs.sql:83).
COMMENT ON TABLE app.device_pings_default IS 'Clocks that are wrong; should stay empty';

-- Creates table constraint device_pings_technician_id_fkey ON app.device_pings (schema/app/jobs.sql:66).
-- Locks app.technicians (SHARE ROW EXCLUSIVE).
ALTER TABLE app.device_pings ADD CONSTRAINT device_pings_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES app.technicians(id);

-- Creates index app.device_pings_pinged_at_idx (schema/app/jobs.sql:75).
CREATE INDEX device_pings_pinged_at_idx ON app.device_pings USING brin (pinged_at);

-- Creates table app.job_parts (schema/app/jobs.sql:54).
CREATE TABLE app.job_parts (
    job_id bigint NOT NULL,
    part_id bigint NOT NULL,
    quantity app.quantity NOT NULL,
    from_warehouse_id bigint,
    CONSTRAINT job_parts_pkey PRIMARY KEY (job_id, part_id)
);

-- Describes table app.job_parts (schema/app/jobs.sql:54).
COMMENT ON TABLE app.job_parts IS 'Parts that a job needs or has used';

-- Creates table constraint job_parts_from_warehouse_id_part_id_fkey ON app.job_parts (schema/app/jobs.sql:60).
-- Locks app.stock_levels (SHARE ROW EXCLUSIVE).
ALTER TABLE app.job_parts ADD CONSTRAINT job_parts_from_warehouse_id_part_id_fkey FOREIGN KEY (from_warehouse_id, part_id) REFERENCES app.stock_levels(warehouse_id, part_id);

-- Creates table constraint job_parts_part_id_fkey ON app.job_parts (schema/app/jobs.sql:56).
-- Locks app.parts (SHARE ROW EXCLUSIVE).
ALTER TABLE app.job_parts ADD CONSTRAINT job_parts_part_id_fkey FOREIGN KEY (part_id) REFERENCES app.parts(id);

-- Creates table app.jobs (schema/app/jobs.sql:3).
CREATE TABLE app.jobs (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    site_id bigint NOT NULL,
    equipment_id bigint,
    title text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    priority app.priority DEFAULT 'normal'::app.priority NOT NULL,
    status app.job_status DEFAULT 'draft'::app.job_status NOT NULL,
    requested_by bigint,
    due_on date,
    search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, ((title || ' '::text) || description))) STORED,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT jobs_emergency_has_due_date CHECK (((priority <> 'emergency'::app.priority) OR (due_on IS NOT NULL))),
    CONSTRAINT jobs_pkey PRIMARY KEY (id)
);

-- Describes table app.jobs (schema/app/jobs.sql:3).
COMMENT ON TABLE app.jobs IS 'Orders for work at a site';

-- Describes table column app.jobs.search (schema/app/jobs.sql:13).
COMMENT ON COLUMN app.jobs.search IS 'For the search box of the dispatchers';

-- Creates table constraint job_parts_job_id_fkey ON app.job_parts (schema/app/jobs.sql:55).
ALTER TABLE app.job_parts ADD CONSTRAINT job_parts_job_id_fkey FOREIGN KEY (job_id) REFERENCES app.jobs(id) ON DELETE CASCADE;

-- Creates table constraint jobs_equipment_id_fkey ON app.jobs (schema/app/jobs.sql:6).
-- Locks app.equipment (SHARE ROW EXCLUSIVE).
ALTER TABLE app.jobs ADD CONSTRAINT jobs_equipment_id_fkey FOREIGN KEY (equipment_id) REFERENCES app.equipment(id) ON DELETE SET NULL;

-- Creates table constraint jobs_requested_by_fkey ON app.jobs (schema/app/jobs.sql:11).
-- Locks app.contacts (SHARE ROW EXCLUSIVE).
ALTER TABLE app.jobs ADD CONSTRAINT jobs_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES app.contacts(id) ON DELETE SET NULL;

-- Creates table constraint jobs_site_id_fkey ON app.jobs (schema/app/jobs.sql:5).
-- Locks app.sites (SHARE ROW EXCLUSIVE).
ALTER TABLE app.jobs ADD CONSTRAINT jobs_site_id_fkey FOREIGN KEY (site_id) REFERENCES app.sites(id);

-- Creates index app.jobs_open_idx (schema/app/jobs.sql:21).
CREATE INDEX jobs_open_idx ON app.jobs USING btree (priority DESC, due_on) INCLUDE (site_id, title) WHERE (status = ANY (ARRAY['open'::app.job_status, 'scheduled'::app.job_status]));

-- Creates index app.jobs_search_idx (schema/app/jobs.sql:23).
CREATE INDEX jobs_search_idx ON app.jobs USING gin (search);

-- Creates table column app.stock_movements.job_id (schema/app/inventory.sql:43).
-- Locks app.stock_movements (ACCESS EXCLUSIVE).
ALTER TABLE app.stock_movements ADD COLUMN job_id bigint;

-- Creates table constraint stock_movements_job_id_fkey ON app.stock_movements (schema/app/inventory.sql:43).
-- Locks app.stock_movements (SHARE ROW EXCLUSIVE). Scans app.stock_movements.
ALTER TABLE app.stock_movements ADD CONSTRAINT stock_movements_job_id_fkey FOREIGN KEY (job_id) REFERENCES app.jobs(id) ON DELETE SET NULL;

-- Creates table app.visit_notes (schema/app/jobs.sql:44).
CREATE TABLE app.visit_notes (
    visit_id bigint NOT NULL,
    "position" smallint NOT NULL,
    body text NOT NULL,
    is_internal boolean DEFAULT true NOT NULL,
    written_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT visit_notes_pkey PRIMARY KEY (visit_id, "position"),
    CONSTRAINT visit_notes_position_check CHECK (("position" > 0))
);

-- Describes table app.visit_notes (schema/app/jobs.sql:44).
COMMENT ON TABLE app.visit_notes IS 'What the technician writes down; customers see what is not internal';

-- Creates table app.visits (schema/app/jobs.sql:25).
CREATE TABLE app.visits (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    job_id bigint NOT NULL,
    technician_id bigint NOT NULL,
    status app.visit_status DEFAULT 'planned'::app.visit_status NOT NULL,
    planned tstzrange NOT NULL,
    arrived_at timestamp with time zone,
    finished_at timestamp with time zone,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT visits_finished_after_arrived CHECK ((finished_at >= arrived_at)),
    CONSTRAINT visits_one_place_at_a_time EXCLUDE USING gist (technician_id WITH =, planned WITH &&) WHERE ((status <> 'cancelled'::app.visit_status)),
    CONSTRAINT visits_pkey PRIMARY KEY (id),
    CONSTRAINT visits_planned_check CHECK ((NOT isempty(planned)))
);

-- Describes table app.visits (schema/app/jobs.sql:25).
COMMENT ON TABLE app.visits IS 'One technician at one site for one stretch of time';

-- Describes table constraint visits_one_place_at_a_time ON app.visits (schema/app/jobs.sql:35).
COMMENT ON CONSTRAINT visits_one_place_at_a_time ON app.visits IS 'Nobody is in two places at once';

-- Creates table constraint visit_notes_visit_id_fkey ON app.visit_notes (schema/app/jobs.sql:45).
ALTER TABLE app.visit_notes ADD CONSTRAINT visit_notes_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES app.visits(id) ON DELETE CASCADE;

-- Creates table constraint visits_job_id_fkey ON app.visits (schema/app/jobs.sql:27).
ALTER TABLE app.visits ADD CONSTRAINT visits_job_id_fkey FOREIGN KEY (job_id) REFERENCES app.jobs(id) ON DELETE CASCADE;

-- Creates table constraint visits_technician_id_fkey ON app.visits (schema/app/jobs.sql:28).
-- Locks app.technicians (SHARE ROW EXCLUSIVE).
ALTER TABLE app.visits ADD CONSTRAINT visits_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES app.technicians(id);

-- Creates index app.visits_job_id_idx (schema/app/jobs.sql:41).
CREATE INDEX visits_job_id_idx ON app.visits USING btree (job_id);

-- Creates index app.visits_planned_idx (schema/app/jobs.sql:42).
CREATE INDEX visits_planned_idx ON app.visits USING btree (lower(planned));
