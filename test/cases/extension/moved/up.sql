-- Undo: loses data:
--   values of public.shelves.labels that tools.hstore can't hold exactly

-- Alters extension hstore.
ALTER EXTENSION hstore SET SCHEMA tools;

-- Changes the type of table column public.shelves.labels from public.hstore to tools.hstore.
-- Locks public.shelves (ACCESS EXCLUSIVE). Rewrites public.shelves. Loses values of public.shelves.labels that
--   tools.hstore can't hold exactly.
-- Hazard A201, blocking: rewrites table public.shelves and its indexes: the type of column labels becomes tools.hstore.
-- Hazard D104, blocking: changes values of public.shelves.labels that tools.hstore can't hold exactly (public.hstore before).
-- Hazard F304: fails if a value of public.shelves.labels is not valid in tools.hstore.
-- Hazard C403: cached plans that return public.shelves.labels fail once.
ALTER TABLE public.shelves ALTER COLUMN labels TYPE tools.hstore USING labels::text::tools.hstore;
