-- Gives public.books to keeper.
-- Hazard S504: keeper owns public.books.
ALTER TABLE public.books OWNER TO keeper;

-- Gives public.loans to postgres.
-- Hazard S504: postgres owns public.loans.
ALTER TABLE public.loans OWNER TO postgres;

-- Sets who may use public.loans.
-- Hazard S501: changes privileges on public.loans.
GRANT SELECT ON TABLE public.loans TO keeper;
