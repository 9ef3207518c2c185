-- Undo: lossless

-- Changes the owner of table public.books to postgres.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of table public.books to postgres.
ALTER TABLE public.books OWNER TO postgres;

-- Changes privileges on table public.books.
-- Hazard S501: changes privileges on table public.books.
GRANT SELECT ON TABLE public.books TO keeper;

-- Changes the owner of table public.loans to keeper.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of table public.loans to keeper.
ALTER TABLE public.loans OWNER TO keeper;
