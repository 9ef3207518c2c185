-- Drops foreign-data wrapper bare.
DROP FOREIGN DATA WRAPPER bare;

-- Drops foreign-data wrapper books.
DROP FOREIGN DATA WRAPPER books;

-- Drops function remote.check_options(text[], oid).
-- Hazard C402: callers of remote.check_options(text[], oid) fail.
DROP FUNCTION remote.check_options(text[], oid);
