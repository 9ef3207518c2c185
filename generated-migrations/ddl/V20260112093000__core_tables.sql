-- V20260112093000__core_tables.sql: plan 078e154832d1
--
-- Undo: lossless; rows that were there before are kept.
--
-- Hazards: none.
--
-- schema:plan 078e154832d1 1/1
-- schema:before 3-fd628d0addbd4d80
-- schema:after 3-1044f88119786f2b

-- Creates schema app (schema/schemas.sql:4).
CREATE SCHEMA app;

-- Sets who may use app (schema/schemas.sql:4).
GRANT USAGE ON SCHEMA app TO PUBLIC;

-- Describes schema app (schema/schemas.sql:4).
COMMENT ON SCHEMA app IS 'Customers, technicians and the work between them';

-- Creates extension btree_gist (schema/schemas.sql:9).
CREATE EXTENSION btree_gist WITH SCHEMA app;

-- Creates enum app.job_status (schema/app/types.sql:31).
CREATE TYPE app.job_status AS ENUM (
    'draft',
    'open',
    'scheduled',
    'done',
    'cancelled'
);

-- Creates enum app.priority (schema/app/types.sql:28).
CREATE TYPE app.priority AS ENUM (
    'low',
    'normal',
    'high',
    'emergency'
);

-- Describes enum app.priority (schema/app/types.sql:28).
COMMENT ON TYPE app.priority IS 'Ordered: a later value is more urgent';

-- Creates enum app.visit_status (schema/app/types.sql:33).
CREATE TYPE app.visit_status AS ENUM (
    'planned',
    'en_route',
    'on_site',
    'finished',
    'cancelled'
);

-- Creates composite type app.address (schema/app/types.sql:16).
CREATE TYPE app.address AS (
    street text,
    postal_code text,
    city text,
    country_code character(2)
);

-- Describes app.address.country_code (schema/app/types.sql:16).
COMMENT ON COLUMN app.address.country_code IS 'ISO 3166-1 alpha-2';

-- Describes composite type app.address (schema/app/types.sql:16).
COMMENT ON TYPE app.address IS 'A postal address as it is printed';

-- Creates domain app.email (schema/app/types.sql:3).
CREATE DOMAIN app.email AS text
    CONSTRAINT email_has_an_at CHECK ((VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text));

-- Describes domain app.email (schema/app/types.sql:3).
COMMENT ON DOMAIN app.email IS 'Compared without regard to case: index lower(…)';

-- Creates domain app.phone_number (schema/app/types.sql:7).
CREATE DOMAIN app.phone_number AS text
    CONSTRAINT phone_number_is_e164 CHECK ((VALUE ~ '^\+[1-9][0-9]{6,14}$'::text));

-- Describes domain app.phone_number (schema/app/types.sql:7).
COMMENT ON DOMAIN app.phone_number IS 'E.164, for example +4930901820';

-- Creates domain app.quantity (schema/app/types.sql:11).
CREATE DOMAIN app.quantity AS numeric(12,3)
    DEFAULT 1
    CONSTRAINT quantity_positive CHECK ((VALUE > (0)::numeric));

-- Describes domain app.quantity (schema/app/types.sql:11).
COMMENT ON DOMAIN app.quantity IS 'How much of a part or an hour; never zero, never less';

-- Creates range app.time_range (schema/app/types.sql:25).
CREATE TYPE app.time_range AS RANGE (
    SUBTYPE = time without time zone,
    MULTIRANGE_TYPE_NAME = app.time_multirange
);

-- Describes range app.time_range (schema/app/types.sql:25).
COMMENT ON TYPE app.time_range IS 'Part of a day, in local time';

-- Creates sequence app.employee_numbers (schema/app/technicians.sql:35).
CREATE SEQUENCE app.employee_numbers AS integer START WITH 100 CACHE 5;

-- Describes sequence app.employee_numbers (schema/app/technicians.sql:35).
COMMENT ON SEQUENCE app.employee_numbers IS 'Printed on badges; gaps are fine';

-- Creates table app.absences (schema/app/technicians.sql:58).
CREATE TABLE app.absences (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    technician_id bigint NOT NULL,
    days daterange NOT NULL,
    reason text DEFAULT 'vacation'::text NOT NULL,
    CONSTRAINT absences_days_check CHECK ((NOT isempty(days))),
    CONSTRAINT absences_do_not_overlap EXCLUDE USING gist (technician_id WITH =, days WITH &&),
    CONSTRAINT absences_pkey PRIMARY KEY (id),
    CONSTRAINT absences_reason_check CHECK ((reason = ANY (ARRAY['vacation'::text, 'sick leave'::text])))
);

-- Describes table app.absences (schema/app/technicians.sql:58).
COMMENT ON TABLE app.absences IS 'Days on which nobody may be sent';

-- Describes table constraint absences_do_not_overlap ON app.absences (schema/app/technicians.sql:63).
COMMENT ON CONSTRAINT absences_do_not_overlap ON app.absences IS 'Sick during a vacation: end the vacation first';

-- Creates table app.contacts (schema/app/customers.sql:37).
CREATE TABLE app.contacts (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    site_id bigint NOT NULL,
    given_name text NOT NULL,
    family_name text NOT NULL,
    full_name text GENERATED ALWAYS AS (((given_name || ' '::text) || family_name)) STORED,
    email app.email,
    phone app.phone_number,
    is_primary boolean DEFAULT false NOT NULL,
    CONSTRAINT contacts_pkey PRIMARY KEY (id),
    CONSTRAINT contacts_reachable CHECK ((num_nonnulls(email, phone) > 0))
);

-- Describes table app.contacts (schema/app/customers.sql:37).
COMMENT ON TABLE app.contacts IS 'Persons at a site';

-- Creates index app.contacts_family_name_idx (schema/app/customers.sql:51).
CREATE INDEX contacts_family_name_idx ON app.contacts USING btree (lower(family_name) text_pattern_ops, site_id);

-- Creates index app.contacts_primary_key (schema/app/customers.sql:50).
CREATE UNIQUE INDEX contacts_primary_key ON app.contacts USING btree (site_id) WHERE is_primary;

-- Creates table app.customers (schema/app/customers.sql:3).
CREATE TABLE app.customers (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text NOT NULL,
    email app.email NOT NULL,
    phone app.phone_number,
    billing_address app.address,
    account_manager_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT customers_closed_after_created CHECK ((closed_at >= created_at)),
    CONSTRAINT customers_name_check CHECK ((name <> ''::text)),
    CONSTRAINT customers_pkey PRIMARY KEY (id)
);

-- Describes table app.customers (schema/app/customers.sql:3).
COMMENT ON TABLE app.customers IS 'Companies and persons with at least one site';

-- Describes table constraint customers_closed_after_created ON app.customers (schema/app/customers.sql:14).
COMMENT ON CONSTRAINT customers_closed_after_created ON app.customers IS 'An account cannot end before it begins';

-- Creates index app.customers_email_key (schema/app/customers.sql:19).
CREATE UNIQUE INDEX customers_email_key ON app.customers USING btree (lower((email)::text)) WHERE (closed_at IS NULL);

-- Describes index app.customers_email_key (schema/app/customers.sql:19).
COMMENT ON INDEX app.customers_email_key IS 'An address may be used again once its account is closed';

-- Creates table app.equipment (schema/app/customers.sql:53).
CREATE TABLE app.equipment (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    site_id bigint NOT NULL,
    model_id bigint NOT NULL,
    serial_number text NOT NULL,
    installed_on date NOT NULL,
    warranty_until date,
    replaced_by_id bigint,
    CONSTRAINT equipment_model_id_serial_number_key UNIQUE NULLS NOT DISTINCT (model_id, serial_number),
    CONSTRAINT equipment_not_its_own_successor CHECK ((replaced_by_id <> id)),
    CONSTRAINT equipment_pkey PRIMARY KEY (id)
);

-- Describes table app.equipment (schema/app/customers.sql:53).
COMMENT ON TABLE app.equipment IS 'Machines under our care';

-- Creates table constraint equipment_replaced_by_id_fkey ON app.equipment (schema/app/customers.sql:60).
ALTER TABLE app.equipment ADD CONSTRAINT equipment_replaced_by_id_fkey FOREIGN KEY (replaced_by_id) REFERENCES app.equipment(id) DEFERRABLE INITIALLY DEFERRED;

-- Creates index app.equipment_site_id_idx (schema/app/customers.sql:66).
CREATE INDEX equipment_site_id_idx ON app.equipment USING btree (site_id) INCLUDE (model_id, serial_number);

-- Creates table app.equipment_models (schema/app/customers.sql:68).
CREATE TABLE app.equipment_models (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    manufacturer text NOT NULL,
    model text NOT NULL,
    service_interval interval DEFAULT '1 year'::interval NOT NULL,
    required_skill_id bigint,
    CONSTRAINT equipment_models_manufacturer_model_key UNIQUE (manufacturer, model),
    CONSTRAINT equipment_models_pkey PRIMARY KEY (id)
);

-- Describes table app.equipment_models (schema/app/customers.sql:68).
COMMENT ON TABLE app.equipment_models IS 'What a machine is, and how often it wants to be seen';

-- Creates table constraint equipment_model_id_fkey ON app.equipment (schema/app/customers.sql:56).
ALTER TABLE app.equipment ADD CONSTRAINT equipment_model_id_fkey FOREIGN KEY (model_id) REFERENCES app.equipment_models(id);

-- Creates table app.geocoded_addresses (schema/app/customers.sql:79).
CREATE UNLOGGED TABLE app.geocoded_addresses (
    address_hash bytea NOT NULL,
    latitude numeric(9,6) NOT NULL,
    longitude numeric(9,6) NOT NULL,
    fetched_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT geocoded_addresses_pkey PRIMARY KEY (address_hash)
)
WITH (autovacuum_vacuum_scale_factor = 0.05, fillfactor = 90);

-- Describes table app.geocoded_addresses (schema/app/customers.sql:79).
COMMENT ON TABLE app.geocoded_addresses IS 'Answers of the geocoder, by hash of the address';

-- Creates table app.parts (schema/app/inventory.sql:3).
CREATE TABLE app.parts (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    sku text COLLATE pg_catalog."C" NOT NULL,
    name text NOT NULL,
    unit text DEFAULT 'piece'::text NOT NULL,
    unit_cost numeric(10,2) NOT NULL,
    weight_grams integer,
    discontinued boolean DEFAULT false NOT NULL,
    CONSTRAINT parts_pkey PRIMARY KEY (id),
    CONSTRAINT parts_sku_key UNIQUE (sku),
    CONSTRAINT parts_unit_check CHECK ((unit = ANY (ARRAY['piece'::text, 'metre'::text, 'litre'::text, 'kilogram'::text]))),
    CONSTRAINT parts_unit_cost_check CHECK ((unit_cost >= (0)::numeric)),
    CONSTRAINT parts_weight_grams_check CHECK ((weight_grams > 0))
);

-- Describes table app.parts (schema/app/inventory.sql:3).
COMMENT ON TABLE app.parts IS 'What can be taken from a shelf';

-- Describes table column app.parts.unit_cost (schema/app/inventory.sql:8).
COMMENT ON COLUMN app.parts.unit_cost IS 'Weighted average of purchases';

-- Creates table app.sites (schema/app/customers.sql:22).
CREATE TABLE app.sites (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    customer_id bigint NOT NULL,
    label text NOT NULL,
    address app.address NOT NULL,
    latitude numeric(9,6),
    longitude numeric(9,6),
    opening_hours app.time_range DEFAULT '[08:00:00,17:00:00)'::app.time_range NOT NULL,
    access_notes text,
    CONSTRAINT sites_customer_id_label_key UNIQUE (customer_id, label),
    CONSTRAINT sites_latitude_check CHECK (((latitude >= ('-90'::integer)::numeric) AND (latitude <= (90)::numeric))),
    CONSTRAINT sites_longitude_check CHECK (((longitude >= ('-180'::integer)::numeric) AND (longitude <= (180)::numeric))),
    CONSTRAINT sites_pkey PRIMARY KEY (id),
    CONSTRAINT sites_whole_position CHECK (((latitude IS NULL) = (longitude IS NULL)))
);

-- Describes table app.sites (schema/app/customers.sql:22).
COMMENT ON TABLE app.sites IS 'Places that technicians drive to';

-- Describes table column app.sites.opening_hours (schema/app/customers.sql:29).
COMMENT ON COLUMN app.sites.opening_hours IS 'When somebody opens the door, in local time';

-- Creates table constraint contacts_site_id_fkey ON app.contacts (schema/app/customers.sql:39).
ALTER TABLE app.contacts ADD CONSTRAINT contacts_site_id_fkey FOREIGN KEY (site_id) REFERENCES app.sites(id) ON DELETE CASCADE;

-- Creates table constraint equipment_site_id_fkey ON app.equipment (schema/app/customers.sql:55).
ALTER TABLE app.equipment ADD CONSTRAINT equipment_site_id_fkey FOREIGN KEY (site_id) REFERENCES app.sites(id) ON DELETE CASCADE;

-- Creates table constraint sites_customer_id_fkey ON app.sites (schema/app/customers.sql:24).
ALTER TABLE app.sites ADD CONSTRAINT sites_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES app.customers(id) ON DELETE CASCADE;

-- Creates table app.skills (schema/app/technicians.sql:42).
CREATE TABLE app.skills (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    code text NOT NULL,
    description text NOT NULL,
    CONSTRAINT skills_code_check CHECK ((code ~ '^[a-z][a-z_]*$'::text)),
    CONSTRAINT skills_code_key UNIQUE (code),
    CONSTRAINT skills_pkey PRIMARY KEY (id)
);

-- Describes table app.skills (schema/app/technicians.sql:42).
COMMENT ON TABLE app.skills IS 'What a certificate allows a technician to do';

-- Creates table constraint equipment_models_required_skill_id_fkey ON app.equipment_models
--   (schema/app/customers.sql:73).
ALTER TABLE app.equipment_models ADD CONSTRAINT equipment_models_required_skill_id_fkey FOREIGN KEY (required_skill_id) REFERENCES app.skills(id);

-- Creates table app.stock_levels (schema/app/inventory.sql:25).
CREATE TABLE app.stock_levels (
    warehouse_id bigint NOT NULL,
    part_id bigint NOT NULL,
    on_hand numeric(12,3) DEFAULT 0 NOT NULL,
    reserved numeric(12,3) DEFAULT 0 NOT NULL,
    available numeric(12,3) GENERATED ALWAYS AS ((on_hand - reserved)) STORED,
    reorder_at numeric(12,3),
    CONSTRAINT stock_levels_pkey PRIMARY KEY (warehouse_id, part_id),
    CONSTRAINT stock_levels_reserved_check CHECK ((reserved >= (0)::numeric))
)
WITH (fillfactor = 70);

-- Describes table app.stock_levels (schema/app/inventory.sql:25).
COMMENT ON TABLE app.stock_levels IS 'Kept by trigger from stock_movements; updated often, hence the fillfactor';

-- Creates table constraint stock_levels_part_id_fkey ON app.stock_levels (schema/app/inventory.sql:27).
ALTER TABLE app.stock_levels ADD CONSTRAINT stock_levels_part_id_fkey FOREIGN KEY (part_id) REFERENCES app.parts(id);

-- Creates index app.stock_levels_to_reorder_idx (schema/app/inventory.sql:36).
CREATE INDEX stock_levels_to_reorder_idx ON app.stock_levels USING btree (warehouse_id) WHERE ((on_hand - reserved) <= reorder_at);

-- Creates table app.stock_movements (schema/app/inventory.sql:38).
CREATE TABLE app.stock_movements (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    part_id bigint NOT NULL,
    warehouse_id bigint NOT NULL,
    change numeric(12,3) NOT NULL,
    moved_at timestamp with time zone DEFAULT now() NOT NULL,
    moved_by text DEFAULT CURRENT_USER NOT NULL,
    CONSTRAINT stock_movements_change_check CHECK ((change <> (0)::numeric)),
    CONSTRAINT stock_movements_pkey PRIMARY KEY (id)
);

-- Describes table app.stock_movements (schema/app/inventory.sql:38).
COMMENT ON TABLE app.stock_movements IS 'Append-only: a mistake is corrected by a movement back';

-- Creates table constraint stock_movements_part_id_fkey ON app.stock_movements (schema/app/inventory.sql:40).
ALTER TABLE app.stock_movements ADD CONSTRAINT stock_movements_part_id_fkey FOREIGN KEY (part_id) REFERENCES app.parts(id);

-- Creates index app.stock_movements_part_id_idx (schema/app/inventory.sql:48).
CREATE INDEX stock_movements_part_id_idx ON app.stock_movements USING btree (part_id, moved_at DESC);

-- Creates statistics object app.stock_movements_part_and_warehouse (schema/app/inventory.sql:49).
CREATE STATISTICS app.stock_movements_part_and_warehouse (ndistinct, dependencies) ON part_id, warehouse_id FROM app.stock_movements;

-- Creates table app.teams (schema/app/technicians.sql:4).
CREATE TABLE app.teams (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text NOT NULL,
    region text NOT NULL,
    lead_id bigint,
    CONSTRAINT teams_name_key UNIQUE (name),
    CONSTRAINT teams_pkey PRIMARY KEY (id)
);

-- Describes table app.teams (schema/app/technicians.sql:4).
COMMENT ON TABLE app.teams IS 'Technicians who share a region and a van';

-- Creates table app.technician_skills (schema/app/technicians.sql:49).
CREATE TABLE app.technician_skills (
    technician_id bigint NOT NULL,
    skill_id bigint NOT NULL,
    certified_on date NOT NULL,
    valid_until date,
    CONSTRAINT technician_skills_pkey PRIMARY KEY (technician_id, skill_id)
);

-- Creates table constraint technician_skills_skill_id_fkey ON app.technician_skills
--   (schema/app/technicians.sql:51).
ALTER TABLE app.technician_skills ADD CONSTRAINT technician_skills_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES app.skills(id);

-- Creates index app.technician_skills_skill_id_idx (schema/app/technicians.sql:56).
CREATE INDEX technician_skills_skill_id_idx ON app.technician_skills USING btree (skill_id, valid_until DESC);

-- Creates table app.technicians (schema/app/technicians.sql:17).
CREATE TABLE app.technicians (
    id bigint GENERATED ALWAYS AS IDENTITY (START WITH 1000) NOT NULL,
    team_id bigint NOT NULL,
    employee_number text DEFAULT ('T'::text || lpad((nextval('app.employee_numbers'::regclass))::text, 5, '0'::text)) NOT NULL,
    name text NOT NULL,
    email app.email NOT NULL,
    mobile app.phone_number NOT NULL,
    shift app.time_range DEFAULT '[07:30:00,16:00:00)'::app.time_range NOT NULL,
    hourly_cost numeric(8,2) NOT NULL,
    hired_on date DEFAULT CURRENT_DATE NOT NULL,
    left_on date,
    CONSTRAINT technicians_employee_number_key UNIQUE (employee_number),
    CONSTRAINT technicians_hourly_cost_check CHECK ((hourly_cost > (0)::numeric)),
    CONSTRAINT technicians_left_after_hired CHECK ((left_on > hired_on)),
    CONSTRAINT technicians_pkey PRIMARY KEY (id)
);

-- Describes table app.technicians (schema/app/technicians.sql:17).
COMMENT ON TABLE app.technicians IS 'Everybody who can be sent to a site';

-- Sets who may use app.technicians.id (schema/app/technicians.sql:18).
GRANT SELECT (id) ON TABLE app.technicians TO PUBLIC;

-- Sets who may use app.technicians.team_id (schema/app/technicians.sql:19).
GRANT SELECT (team_id) ON TABLE app.technicians TO PUBLIC;

-- Sets who may use app.technicians.name (schema/app/technicians.sql:21).
GRANT SELECT (name) ON TABLE app.technicians TO PUBLIC;

-- Describes table column app.technicians.hourly_cost (schema/app/technicians.sql:25).
COMMENT ON COLUMN app.technicians.hourly_cost IS 'What an hour costs us, not what we charge';

-- Ties sequence app.employee_numbers to its column.
ALTER SEQUENCE app.employee_numbers OWNED BY app.technicians.employee_number;

-- Creates table constraint absences_technician_id_fkey ON app.absences (schema/app/technicians.sql:60).
ALTER TABLE app.absences ADD CONSTRAINT absences_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES app.technicians(id) ON DELETE CASCADE;

-- Creates table constraint customers_account_manager_id_fkey ON app.customers (schema/app/customers.sql:10).
ALTER TABLE app.customers ADD CONSTRAINT customers_account_manager_id_fkey FOREIGN KEY (account_manager_id) REFERENCES app.technicians(id) ON DELETE SET NULL;

-- Creates table constraint teams_lead_id_fkey ON app.teams (schema/app/technicians.sql:13).
ALTER TABLE app.teams ADD CONSTRAINT teams_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES app.technicians(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;

-- Describes table constraint teams_lead_id_fkey ON app.teams (schema/app/technicians.sql:13).
COMMENT ON CONSTRAINT teams_lead_id_fkey ON app.teams IS 'Deferred: a new team and its lead come in one transaction';

-- Creates table constraint technician_skills_technician_id_fkey ON app.technician_skills
--   (schema/app/technicians.sql:50).
ALTER TABLE app.technician_skills ADD CONSTRAINT technician_skills_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES app.technicians(id) ON DELETE CASCADE;

-- Creates table constraint technicians_team_id_fkey ON app.technicians (schema/app/technicians.sql:19).
ALTER TABLE app.technicians ADD CONSTRAINT technicians_team_id_fkey FOREIGN KEY (team_id) REFERENCES app.teams(id);

-- Creates index app.technicians_active_idx (schema/app/technicians.sql:33).
CREATE INDEX technicians_active_idx ON app.technicians USING btree (team_id, name) WHERE (left_on IS NULL);

-- Creates table app.warehouses (schema/app/inventory.sql:15).
CREATE TABLE app.warehouses (
    id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
    code text NOT NULL,
    address app.address,
    team_id bigint,
    CONSTRAINT warehouses_code_key UNIQUE (code),
    CONSTRAINT warehouses_pkey PRIMARY KEY (id),
    CONSTRAINT warehouses_team_id_key UNIQUE (team_id),
    CONSTRAINT warehouses_van_or_building CHECK (((team_id IS NULL) <> (address IS NULL)))
);

-- Describes table app.warehouses (schema/app/inventory.sql:15).
COMMENT ON TABLE app.warehouses IS 'Buildings and vans that hold parts';

-- Creates table constraint stock_levels_warehouse_id_fkey ON app.stock_levels (schema/app/inventory.sql:26).
ALTER TABLE app.stock_levels ADD CONSTRAINT stock_levels_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES app.warehouses(id);

-- Creates table constraint stock_movements_warehouse_id_fkey ON app.stock_movements (schema/app/inventory.sql:41).
ALTER TABLE app.stock_movements ADD CONSTRAINT stock_movements_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES app.warehouses(id);

-- Creates table constraint warehouses_team_id_fkey ON app.warehouses (schema/app/inventory.sql:20).
ALTER TABLE app.warehouses ADD CONSTRAINT warehouses_team_id_fkey FOREIGN KEY (team_id) REFERENCES app.teams(id);
