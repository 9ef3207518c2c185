-- Drops table public.cupboards.
-- Locks public.cupboards (ACCESS EXCLUSIVE). Loses the rows of table public.cupboards.
-- Hazard D101, blocking: drops table public.cupboards with its rows.
DROP TABLE public.cupboards;

-- Sessions of librarian no longer start with a work_mem.
-- Hazard C413: new sessions of librarian start with another work_mem.
ALTER ROLE librarian RESET work_mem;

-- librarian is no longer a member of staff.
-- Hazard S509: librarian may no longer do what staff may.
REVOKE staff FROM librarian;

-- Drops role staff; PostgreSQL refuses while it owns or may do anything in any database.
-- Hazard S510, blocking: role staff can no longer log in, in any database of the server, and its password is lost.
DROP ROLE staff;

-- Sets who may use public.shelves.
-- Hazard S501: changes privileges on public.shelves.
REVOKE SELECT ON TABLE public.shelves FROM librarian;

-- Drops role librarian; PostgreSQL refuses while it owns or may do anything in any database.
-- Hazard S510, blocking: role librarian can no longer log in, in any database of the server, and its password is lost.
DROP ROLE librarian;
