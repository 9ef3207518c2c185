-- Undo: lossless

-- Drops server branch.
DROP SERVER branch;

-- Drops foreign-data wrapper books.
DROP FOREIGN DATA WRAPPER books;

-- Drops function public.check_options(text[], oid).
-- Hazard C402: callers of public.check_options(text[], oid) fail.
DROP FUNCTION public.check_options(text[], oid);
