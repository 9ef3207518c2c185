-- Undo: loses data:
--   values of public.shelves.labels that do not fit tools.hstore

-- Alters extension hstore.
ALTER EXTENSION hstore SET SCHEMA tools;

-- Changes the type of table column public.shelves.labels from public.hstore to tools.hstore.
-- Locks public.shelves (ACCESS EXCLUSIVE). Rewrites public.shelves. Loses values of public.shelves.labels that do
--   not fit tools.hstore.
-- Hazard A201, blocking: rewrites table public.shelves and its indexes: the type of column labels becomes tools.hstore.
-- Hazard D104, blocking: values of public.shelves.labels may not fit tools.hstore.
-- Hazard C403: cached plans that return public.shelves.labels fail once.
ALTER TABLE public.shelves ALTER COLUMN labels TYPE tools.hstore USING labels::text::tools.hstore;
