-- Creates role librarian.
-- Hazard S509: gives role librarian LOGIN.
CREATE ROLE librarian LOGIN;

-- Changes the owner of table public.shelves to librarian.
-- Locks public.shelves (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of table public.shelves to librarian.
ALTER TABLE public.shelves OWNER TO librarian;

-- Changes privileges on table public.shelves.
-- Hazard S501: changes privileges on table public.shelves.
GRANT SELECT ON TABLE public.shelves TO clerk;

-- Changes the owner of function public.count_up() to librarian.
-- Hazard S504: changes the owner of function public.count_up() to librarian.
ALTER FUNCTION public.count_up() OWNER TO librarian;
