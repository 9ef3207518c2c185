-- Who calls us, and where the equipment stands.

CREATE TABLE app.customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  email app.email NOT NULL,
  phone app.phone_number,
  billing_address app.address,
  preferences jsonb NOT NULL DEFAULT '{}',
  -- Filled by the account managers; a customer without one is looked after by the office.
  account_manager_id bigint REFERENCES app.technicians ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  CONSTRAINT customers_closed_after_created CHECK (closed_at >= created_at)
);
COMMENT ON TABLE app.customers IS 'Companies and persons with at least one site';
COMMENT ON COLUMN app.customers.preferences IS 'What the customer portal stores: language, reminders';
COMMENT ON CONSTRAINT customers_closed_after_created ON app.customers IS 'An account cannot end before it begins';

CREATE UNIQUE INDEX customers_email_key ON app.customers (lower(email)) WHERE closed_at IS NULL;
COMMENT ON INDEX app.customers_email_key IS 'An address may be used again once its account is closed';
CREATE INDEX customers_preferences_idx ON app.customers USING gin (preferences jsonb_path_ops);

CREATE TABLE app.sites (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES app.customers ON DELETE CASCADE,
  label text NOT NULL,
  address app.address NOT NULL,
  latitude numeric(9, 6) CHECK (latitude BETWEEN -90 AND 90),
  longitude numeric(9, 6) CHECK (longitude BETWEEN -180 AND 180),
  opening_hours app.time_range NOT NULL DEFAULT '[08:00,17:00)',
  access_notes text,
  UNIQUE (customer_id, label),
  CONSTRAINT sites_whole_position CHECK ((latitude IS NULL) = (longitude IS NULL))
);
COMMENT ON TABLE app.sites IS 'Places that technicians drive to';
COMMENT ON COLUMN app.sites.opening_hours IS 'When somebody opens the door, in local time';

CREATE TABLE app.contacts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  site_id bigint NOT NULL REFERENCES app.sites ON DELETE CASCADE,
  given_name text NOT NULL,
  family_name text NOT NULL,
  full_name text GENERATED ALWAYS AS (given_name || ' ' || family_name) STORED,
  email app.email,
  phone app.phone_number,
  is_primary boolean NOT NULL DEFAULT false,
  CONSTRAINT contacts_reachable CHECK (num_nonnulls(email, phone) > 0)
);
COMMENT ON TABLE app.contacts IS 'Persons at a site';

CREATE UNIQUE INDEX contacts_primary_key ON app.contacts (site_id) WHERE is_primary;
CREATE INDEX contacts_family_name_idx ON app.contacts (lower(family_name) text_pattern_ops, site_id);

CREATE TABLE app.equipment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  site_id bigint NOT NULL REFERENCES app.sites ON DELETE CASCADE,
  model_id bigint NOT NULL REFERENCES app.equipment_models,
  serial_number text NOT NULL,
  installed_on date NOT NULL,
  warranty_until date,
  replaced_by_id bigint REFERENCES app.equipment DEFERRABLE INITIALLY DEFERRED,
  UNIQUE NULLS NOT DISTINCT (model_id, serial_number),
  CONSTRAINT equipment_not_its_own_successor CHECK (replaced_by_id <> id)
);
COMMENT ON TABLE app.equipment IS 'Machines under our care';

CREATE INDEX equipment_site_id_idx ON app.equipment (site_id) INCLUDE (model_id, serial_number);

CREATE TABLE app.equipment_models (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  manufacturer text NOT NULL,
  model text NOT NULL,
  service_interval interval NOT NULL DEFAULT '1 year',
  required_skill_id bigint REFERENCES app.skills,
  UNIQUE (manufacturer, model)
);
COMMENT ON TABLE app.equipment_models IS 'What a machine is, and how often it wants to be seen';

-- A cache: after a crash it is filled again, so it needs no write-ahead log.
CREATE UNLOGGED TABLE app.geocoded_addresses (
  address_hash bytea PRIMARY KEY,
  latitude numeric(9, 6) NOT NULL,
  longitude numeric(9, 6) NOT NULL,
  fetched_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05);
COMMENT ON TABLE app.geocoded_addresses IS 'Answers of the geocoder, by hash of the address';
