-- Undo: lossless

-- Gives public.books to postgres.
-- Hazard S504: postgres owns public.books.
ALTER TABLE public.books OWNER TO postgres;

-- Sets who may use public.books.
-- Hazard S501: changes privileges on public.books.
GRANT SELECT ON TABLE public.books TO keeper;

-- Gives public.loans to keeper.
-- Hazard S504: keeper owns public.loans.
ALTER TABLE public.loans OWNER TO keeper;
