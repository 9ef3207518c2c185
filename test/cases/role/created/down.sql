-- Drops table public.cupboards.
-- Locks public.cupboards (ACCESS EXCLUSIVE). Loses the rows of table public.cupboards.
-- Hazard D101, blocking: drops table public.cupboards with its rows.
DROP TABLE public.cupboards;

-- Resets work_mem for sessions of role librarian.
-- Hazard C413: changes work_mem for new sessions of role librarian.
ALTER ROLE librarian RESET work_mem;

-- Revokes membership in role staff from role librarian.
-- Hazard S509: takes the privileges of role staff from role librarian.
REVOKE staff FROM librarian;

-- Drops role staff; fails while the role owns an object or has a privilege in any database.
-- Hazard S510, blocking: ends logins of role staff to all databases of the server, and its password is lost.
DROP ROLE staff;

-- Changes privileges on table public.shelves.
-- Hazard S501: changes privileges on table public.shelves.
REVOKE SELECT ON TABLE public.shelves FROM librarian;

-- Drops role librarian; fails while the role owns an object or has a privilege in any database.
-- Hazard S510, blocking: ends logins of role librarian to all databases of the server, and its password is lost.
DROP ROLE librarian;
