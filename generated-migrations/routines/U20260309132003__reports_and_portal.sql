-- U20260309132003__reports_and_portal.sql: undoes part 4 of 5 of plan 52c2426d9fec
-- The undo files of a plan run together, the last version first: only the whole is its inverse.
--
-- Loses no row.
--
-- Hazards, for information:
-- schema:hazard C402: queries that use app.median(numeric) fail
-- schema:hazard C402: callers of billing.close_day(date) fail
-- schema:hazard C402: callers of app.book_stock_movement() fail
-- schema:hazard C402: callers of app.close_job_with_last_visit() fail
-- schema:hazard C402: callers of app.current_customer_id() fail
-- schema:hazard C402: callers of app.free_technicians(tstzrange, text) fail
-- schema:hazard C402: callers of app.median_of(numeric[]) fail
-- schema:hazard C402: callers of app.refuse_change() fail
-- schema:hazard C402: callers of app.touch_updated_at() fail
-- schema:hazard C402: callers of app.worked_hours(tstzmultirange) fail
-- schema:hazard C402: callers of billing.paid(bigint) fail
--
-- schema:plan 52c2426d9fec 4/5

-- Drops aggregate app.median(numeric).
DROP AGGREGATE app.median(numeric);

-- Drops procedure billing.close_day(date).
DROP PROCEDURE billing.close_day(date);

-- Drops function app.book_stock_movement().
DROP FUNCTION app.book_stock_movement();

-- Drops function app.close_job_with_last_visit().
DROP FUNCTION app.close_job_with_last_visit();

-- Drops function app.current_customer_id().
DROP FUNCTION app.current_customer_id();

-- Drops function app.free_technicians(tstzrange, text).
DROP FUNCTION app.free_technicians(tstzrange, text);

-- Drops function app.median_of(numeric[]).
DROP FUNCTION app.median_of(numeric[]);

-- Drops function app.refuse_change().
DROP FUNCTION app.refuse_change();

-- Drops function app.touch_updated_at().
DROP FUNCTION app.touch_updated_at();

-- Drops function app.worked_hours(tstzmultirange).
DROP FUNCTION app.worked_hours(tstzmultirange);

-- Drops function billing.paid(bigint).
DROP FUNCTION billing.paid(bigint);
