-- Alters extension hstore.
ALTER EXTENSION hstore SET SCHEMA public;

-- public.shelves.labels: tools.hstore becomes public.hstore.
-- Locks public.shelves (ACCESS EXCLUSIVE). Rewrites public.shelves. Loses what of public.shelves.labels does not
--   fit public.hstore.
-- Hazard A201, blocking: rewrites table public.shelves and its indexes: column labels becomes public.hstore.
-- Hazard D104, blocking: values of public.shelves.labels may not fit public.hstore.
-- Hazard C403: cached plans that return public.shelves.labels fail once.
ALTER TABLE public.shelves ALTER COLUMN labels TYPE public.hstore USING labels::text::public.hstore;
