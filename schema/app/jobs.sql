-- A job is what the customer wants; a visit is one technician going there.

CREATE TABLE app.jobs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  site_id bigint NOT NULL REFERENCES app.sites,
  equipment_id bigint REFERENCES app.equipment ON DELETE SET NULL,
  title text NOT NULL,
  description text NOT NULL DEFAULT '',
  priority app.priority NOT NULL DEFAULT 'normal',
  status app.job_status NOT NULL DEFAULT 'draft',
  requested_by bigint REFERENCES app.contacts ON DELETE SET NULL,
  due_on date,
  search tsvector GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || description)) STORED,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT jobs_emergency_has_due_date CHECK (priority <> 'emergency' OR due_on IS NOT NULL)
);
COMMENT ON TABLE app.jobs IS 'Orders for work at a site';
COMMENT ON COLUMN app.jobs.search IS 'For the search box of the dispatchers';

CREATE INDEX jobs_open_idx ON app.jobs (priority DESC, due_on) INCLUDE (site_id, title)
  WHERE status IN ('open', 'scheduled');
CREATE INDEX jobs_search_idx ON app.jobs USING gin (search);

CREATE TABLE app.visits (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id bigint NOT NULL REFERENCES app.jobs ON DELETE CASCADE,
  technician_id bigint NOT NULL REFERENCES app.technicians,
  status app.visit_status NOT NULL DEFAULT 'planned',
  planned tstzrange NOT NULL CHECK (NOT isempty(planned)),
  arrived_at timestamptz,
  finished_at timestamptz,
  signed_by text,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT visits_finished_after_arrived CHECK (finished_at >= arrived_at),
  CONSTRAINT visits_one_place_at_a_time EXCLUDE USING gist (technician_id WITH =, planned WITH &&)
    WHERE (status <> 'cancelled')
);
COMMENT ON TABLE app.visits IS 'One technician at one site for one stretch of time';
COMMENT ON CONSTRAINT visits_one_place_at_a_time ON app.visits IS 'Nobody is in two places at once';

CREATE INDEX visits_job_id_idx ON app.visits (job_id);
CREATE INDEX visits_to_reschedule_idx ON app.visits (upper(planned)) WHERE status = 'no_show';

CREATE TABLE app.visit_notes (
  visit_id bigint NOT NULL REFERENCES app.visits ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  body text NOT NULL,
  is_internal boolean NOT NULL DEFAULT true,
  written_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (visit_id, position)
);
COMMENT ON TABLE app.visit_notes IS 'What the technician writes down; customers see what is not internal';

CREATE TABLE app.job_parts (
  job_id bigint NOT NULL REFERENCES app.jobs ON DELETE CASCADE,
  part_id bigint NOT NULL REFERENCES app.parts,
  quantity app.quantity NOT NULL,
  from_warehouse_id bigint,
  PRIMARY KEY (job_id, part_id),
  FOREIGN KEY (from_warehouse_id, part_id) REFERENCES app.stock_levels (warehouse_id, part_id)
);
COMMENT ON TABLE app.job_parts IS 'Parts that a job needs or has used';

-- One row a minute and device: kept by month, so that old months are dropped and not deleted.
CREATE TABLE app.device_pings (
  technician_id bigint NOT NULL REFERENCES app.technicians,
  pinged_at timestamptz NOT NULL,
  latitude numeric(9, 6) NOT NULL,
  longitude numeric(9, 6) NOT NULL,
  battery_percent smallint CHECK (battery_percent BETWEEN 0 AND 100),
  PRIMARY KEY (technician_id, pinged_at)
) PARTITION BY RANGE (pinged_at);
COMMENT ON TABLE app.device_pings IS 'Where the vans are';

CREATE INDEX device_pings_pinged_at_idx ON app.device_pings USING brin (pinged_at);

CREATE TABLE app.device_pings_2026_01 PARTITION OF app.device_pings
  FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2026-02-01 00:00+00');
CREATE TABLE app.device_pings_2026_02 PARTITION OF app.device_pings
  FOR VALUES FROM ('2026-02-01 00:00+00') TO ('2026-03-01 00:00+00');
CREATE TABLE app.device_pings_2026_03 PARTITION OF app.device_pings
  FOR VALUES FROM ('2026-03-01 00:00+00') TO ('2026-04-01 00:00+00');
CREATE TABLE app.device_pings_2026_04 PARTITION OF app.device_pings
  FOR VALUES FROM ('2026-04-01 00:00+00') TO ('2026-05-01 00:00+00');
CREATE TABLE app.device_pings_default PARTITION OF app.device_pings DEFAULT;
COMMENT ON TABLE app.device_pings_default IS 'Clocks that are wrong; should stay empty';
