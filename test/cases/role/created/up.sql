-- Undo: lossless

-- Creates role librarian.
-- Hazard S509: gives role librarian CREATEDB, LOGIN.
CREATE ROLE librarian CREATEDB LOGIN CONNECTION LIMIT 5 VALID UNTIL '2030-01-01 00:00:00.000000+00';

-- Creates role staff.
-- Hazard S509: gives role staff CREATEROLE, REPLICATION, BYPASSRLS.
CREATE ROLE staff NOINHERIT CREATEROLE REPLICATION BYPASSRLS;

-- Sets the comment of role staff.
COMMENT ON ROLE staff IS 'all who work here';

-- Grants membership in role staff to role librarian.
-- Hazard S509: gives role librarian the privileges of role staff.
GRANT staff TO librarian;

-- Sets work_mem for sessions of role librarian.
-- Hazard C413: changes work_mem for new sessions of role librarian.
ALTER ROLE librarian SET work_mem TO '5MB';

-- Creates table public.cupboards.
CREATE TABLE public.cupboards (
);

-- Changes the owner of table public.cupboards to staff.
ALTER TABLE public.cupboards OWNER TO staff;

-- Creates policy all_of_it ON public.cupboards.
CREATE POLICY all_of_it ON public.cupboards
    TO librarian;

-- Changes privileges on table public.shelves.
-- Hazard S501: changes privileges on table public.shelves.
GRANT SELECT ON TABLE public.shelves TO librarian;
