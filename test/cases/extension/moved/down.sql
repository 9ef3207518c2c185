-- Alters extension hstore.
ALTER EXTENSION hstore SET SCHEMA public;

-- Changes the type of table column public.shelves.labels from tools.hstore to public.hstore.
-- Locks public.shelves (ACCESS EXCLUSIVE). Rewrites public.shelves. Loses values of public.shelves.labels that
--   public.hstore can't hold exactly.
-- Hazard A201, blocking: rewrites table public.shelves and its indexes: the type of column labels becomes public.hstore.
-- Hazard D104, blocking: changes values of public.shelves.labels that public.hstore can't hold exactly (tools.hstore before).
-- Hazard F304: fails if a value of public.shelves.labels is not valid in public.hstore.
-- Hazard C403: cached plans that return public.shelves.labels fail once.
ALTER TABLE public.shelves ALTER COLUMN labels TYPE public.hstore USING labels::text::public.hstore;
