-- Creates role librarian.
-- Hazard S509: role librarian may LOGIN.
CREATE ROLE librarian LOGIN;

-- Gives public.shelves to librarian.
-- Hazard S504: librarian owns public.shelves.
ALTER TABLE public.shelves OWNER TO librarian;

-- Sets who may use public.shelves.
-- Hazard S501: changes privileges on public.shelves.
GRANT SELECT ON TABLE public.shelves TO clerk;

-- Gives public.count_up() to librarian.
-- Hazard S504: librarian owns public.count_up().
ALTER FUNCTION public.count_up() OWNER TO librarian;
