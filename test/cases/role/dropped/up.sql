-- Undo: lossless

-- Gives public.count_up() to clerk.
-- Hazard S504: clerk owns public.count_up().
ALTER FUNCTION public.count_up() OWNER TO clerk;

-- Gives public.shelves to postgres.
-- Hazard S504: postgres owns public.shelves.
ALTER TABLE public.shelves OWNER TO postgres;

-- Sets who may use public.shelves.
-- Hazard S501: changes privileges on public.shelves.
REVOKE SELECT ON TABLE public.shelves FROM clerk;

-- Drops role librarian; PostgreSQL refuses while it owns or may do anything in any database.
-- Hazard S510, blocking: role librarian can no longer log in, in any database of the server, and its password is lost.
DROP ROLE librarian;
