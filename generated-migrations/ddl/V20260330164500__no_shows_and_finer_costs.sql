-- V20260330164500__no_shows_and_finer_costs.sql: part 1 of 2 of plan 009761001296
-- Commits by itself: the plan needs several transactions.
--
-- Locks that block reads or writes:
--   ACCESS EXCLUSIVE on app.absences
--   ACCESS EXCLUSIVE on app.visits
--
-- Undo: loses data:
--   what of app.parts.unit_cost does not fit numeric(12,4)
--
-- Hazards, for information:
-- schema:hazard C402: queries that read view app.job_costs fail
-- schema:hazard C408: app.absences no longer enforces absences_reason_check
-- schema:hazard P601: queries on app.visits can no longer use app.visits_planned_idx
--
-- schema:plan 009761001296 1/2
-- schema:before b7e4a4d17c214204
-- schema:transaction file

-- Drops view app.job_costs, because table column app.parts.unit_cost changes.
DROP VIEW app.job_costs;

-- Drops index app.visits_planned_idx.
-- Locks app.visits (ACCESS EXCLUSIVE).
DROP INDEX app.visits_planned_idx;

-- Drops table constraint absences_reason_check ON app.absences.
-- Locks app.absences (ACCESS EXCLUSIVE).
ALTER TABLE app.absences DROP CONSTRAINT absences_reason_check;

-- Adds a value to enum app.visit_status; it can be used after a commit (schema/app/types.sql:33).
ALTER TYPE app.visit_status ADD VALUE 'no_show' BEFORE 'cancelled';
