-- Undo: lossless

-- Changes the owner of function public.count_up() to clerk.
-- Hazard S504: changes the owner of function public.count_up() to clerk.
ALTER FUNCTION public.count_up() OWNER TO clerk;

-- Changes the owner of table public.shelves to postgres.
-- Locks public.shelves (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of table public.shelves to postgres.
ALTER TABLE public.shelves OWNER TO postgres;

-- Changes privileges on table public.shelves.
-- Hazard S501: changes privileges on table public.shelves.
REVOKE SELECT ON TABLE public.shelves FROM clerk;

-- Drops role librarian; fails while the role owns an object or has a privilege in any database.
-- Hazard S510, blocking: ends logins of role librarian to all databases of the server, and its password is lost.
DROP ROLE librarian;
