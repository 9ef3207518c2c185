-- V20260330164500__no_shows_and_finer_costs.sql: part 1 of 2 of plan 1b00e6acfbd9
-- Commits by itself: the plan needs several transactions.
--
-- Undo: lossless; rows that were there before are kept.
--
-- Hazards: none.
--
-- schema:plan 1b00e6acfbd9 1/2
-- schema:before 3-d3d68a9c33d9b79f
-- schema:transaction file

-- Adds a value to enum app.visit_status; it can be used after a commit (schema/app/types.sql:33).
ALTER TYPE app.visit_status ADD VALUE 'no_show' BEFORE 'cancelled';
