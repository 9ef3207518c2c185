-- U20260112093000__core_tables.sql: undoes plan 078e154832d1
--
-- Locks that block reads or writes:
--   ACCESS EXCLUSIVE on app.absences
--   ACCESS EXCLUSIVE on app.contacts
--   ACCESS EXCLUSIVE on app.customers
--   ACCESS EXCLUSIVE on app.equipment
--   ACCESS EXCLUSIVE on app.equipment_models
--   ACCESS EXCLUSIVE on app.geocoded_addresses
--   ACCESS EXCLUSIVE on app.parts
--   ACCESS EXCLUSIVE on app.sites
--   ACCESS EXCLUSIVE on app.skills
--   ACCESS EXCLUSIVE on app.stock_levels
--   ACCESS EXCLUSIVE on app.stock_movements
--   ACCESS EXCLUSIVE on app.teams
--   ACCESS EXCLUSIVE on app.technician_skills
--   ACCESS EXCLUSIVE on app.technicians
--   ACCESS EXCLUSIVE on app.warehouses
--
-- Loses what was written since:
--   the rows of table app.absences
--   the rows of table app.contacts
--   the rows of table app.equipment
--   the rows of table app.equipment_models
--   the rows of table app.geocoded_addresses
--   the rows of table app.sites
--   the rows of table app.customers
--   the rows of table app.stock_levels
--   the rows of table app.stock_movements
--   the rows of table app.parts
--   the rows of table app.technician_skills
--   the rows of table app.skills
--   the rows of table app.technicians
--   the rows of table app.warehouses
--   the rows of table app.teams
--
-- Hazards, refused unless run with --allow D101 or acknowledged here by a line like schema:ack D101 reason="…":
-- schema:hazard D101 blocking: drops table app.absences with its rows
--   Instead: back it up, or rename it away and drop it later
-- schema:hazard D101 blocking: drops table app.contacts with its rows
-- schema:hazard D101 blocking: drops table app.equipment with its rows
-- schema:hazard D101 blocking: drops table app.equipment_models with its rows
-- schema:hazard D101 blocking: drops table app.geocoded_addresses with its rows
-- schema:hazard D101 blocking: drops table app.sites with its rows
-- schema:hazard D101 blocking: drops table app.customers with its rows
-- schema:hazard D101 blocking: drops table app.stock_levels with its rows
-- schema:hazard D101 blocking: drops table app.stock_movements with its rows
-- schema:hazard D101 blocking: drops table app.parts with its rows
-- schema:hazard D101 blocking: drops table app.technician_skills with its rows
-- schema:hazard D101 blocking: drops table app.skills with its rows
-- schema:hazard D101 blocking: drops table app.technicians with its rows
-- schema:hazard D101 blocking: drops table app.warehouses with its rows
-- schema:hazard D101 blocking: drops table app.teams with its rows
-- schema:hazard C402: drops extension btree_gist and every object that belongs to it
-- schema:hazard C408: app.teams no longer enforces teams_lead_id_fkey
-- schema:hazard C408: app.technicians no longer enforces technicians_team_id_fkey
-- schema:hazard D103: drops schema app
--   Instead: keep the schema until nothing names it
--
-- schema:plan 078e154832d1 1/1
-- schema:before 3-1044f88119786f2b
-- schema:after 3-fd628d0addbd4d80

-- Drops table constraint teams_lead_id_fkey ON app.teams.
-- Locks app.teams (ACCESS EXCLUSIVE), app.technicians (ACCESS EXCLUSIVE).
ALTER TABLE app.teams DROP CONSTRAINT teams_lead_id_fkey;

-- Drops table constraint technicians_team_id_fkey ON app.technicians.
-- Locks app.technicians (ACCESS EXCLUSIVE), app.teams (ACCESS EXCLUSIVE).
ALTER TABLE app.technicians DROP CONSTRAINT technicians_team_id_fkey;

-- Drops table app.absences.
-- Locks app.absences (ACCESS EXCLUSIVE). Loses the rows of table app.absences.
DROP TABLE app.absences;

-- Drops table app.contacts.
-- Locks app.contacts (ACCESS EXCLUSIVE). Loses the rows of table app.contacts.
DROP TABLE app.contacts;

-- Drops table app.equipment.
-- Locks app.equipment (ACCESS EXCLUSIVE). Loses the rows of table app.equipment.
DROP TABLE app.equipment;

-- Drops table app.equipment_models.
-- Locks app.equipment_models (ACCESS EXCLUSIVE). Loses the rows of table app.equipment_models.
DROP TABLE app.equipment_models;

-- Drops table app.geocoded_addresses.
-- Locks app.geocoded_addresses (ACCESS EXCLUSIVE). Loses the rows of table app.geocoded_addresses.
DROP TABLE app.geocoded_addresses;

-- Drops table app.sites.
-- Locks app.sites (ACCESS EXCLUSIVE). Loses the rows of table app.sites.
DROP TABLE app.sites;

-- Drops table app.customers.
-- Locks app.customers (ACCESS EXCLUSIVE). Loses the rows of table app.customers.
DROP TABLE app.customers;

-- Drops table app.stock_levels.
-- Locks app.stock_levels (ACCESS EXCLUSIVE). Loses the rows of table app.stock_levels.
DROP TABLE app.stock_levels;

-- Drops table app.stock_movements.
-- Locks app.stock_movements (ACCESS EXCLUSIVE). Loses the rows of table app.stock_movements.
DROP TABLE app.stock_movements;

-- Drops table app.parts.
-- Locks app.parts (ACCESS EXCLUSIVE). Loses the rows of table app.parts.
DROP TABLE app.parts;

-- Drops table app.technician_skills.
-- Locks app.technician_skills (ACCESS EXCLUSIVE). Loses the rows of table app.technician_skills.
DROP TABLE app.technician_skills;

-- Drops table app.skills.
-- Locks app.skills (ACCESS EXCLUSIVE). Loses the rows of table app.skills.
DROP TABLE app.skills;

-- Drops table app.technicians.
-- Locks app.technicians (ACCESS EXCLUSIVE). Loses the rows of table app.technicians.
DROP TABLE app.technicians;

-- Drops table app.warehouses.
-- Locks app.warehouses (ACCESS EXCLUSIVE). Loses the rows of table app.warehouses.
DROP TABLE app.warehouses;

-- Drops table app.teams.
-- Locks app.teams (ACCESS EXCLUSIVE). Loses the rows of table app.teams.
DROP TABLE app.teams;

-- Drops range app.time_range.
DROP TYPE app.time_range;

-- Drops domain app.email.
DROP DOMAIN app.email;

-- Drops domain app.phone_number.
DROP DOMAIN app.phone_number;

-- Drops domain app.quantity.
DROP DOMAIN app.quantity;

-- Drops composite type app.address.
DROP TYPE app.address;

-- Drops enum app.job_status.
DROP TYPE app.job_status;

-- Drops enum app.priority.
DROP TYPE app.priority;

-- Drops enum app.visit_status.
DROP TYPE app.visit_status;

-- Drops extension btree_gist.
DROP EXTENSION btree_gist;

-- Drops schema app.
DROP SCHEMA app;
