-- Undo: loses data:
--   what of public.shelves.labels does not fit tools.hstore

-- Alters extension hstore.
ALTER EXTENSION hstore SET SCHEMA tools;

-- public.shelves.labels: public.hstore becomes tools.hstore.
-- Locks public.shelves (ACCESS EXCLUSIVE). Rewrites public.shelves. Loses what of public.shelves.labels does not
--   fit tools.hstore.
-- Hazard A201, blocking: rewrites table public.shelves and its indexes: column labels becomes tools.hstore.
-- Hazard D104, blocking: values of public.shelves.labels may not fit tools.hstore.
-- Hazard C403: cached plans that return public.shelves.labels fail once.
ALTER TABLE public.shelves ALTER COLUMN labels TYPE tools.hstore USING labels::text::tools.hstore;
