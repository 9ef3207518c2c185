-- Changes the owner of table public.books to keeper.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of table public.books to keeper.
ALTER TABLE public.books OWNER TO keeper;

-- Changes the owner of table public.loans to postgres.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of table public.loans to postgres.
ALTER TABLE public.loans OWNER TO postgres;

-- Changes privileges on table public.loans.
-- Hazard S501: changes privileges on table public.loans.
GRANT SELECT ON TABLE public.loans TO keeper;
