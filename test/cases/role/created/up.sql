-- Undo: lossless

-- Creates role librarian.
-- Hazard S509: role librarian may CREATEDB, LOGIN.
CREATE ROLE librarian CREATEDB LOGIN CONNECTION LIMIT 5 VALID UNTIL '2030-01-01 00:00:00.000000+00';

-- Creates role staff.
-- Hazard S509: role staff may CREATEROLE, REPLICATION, BYPASSRLS.
CREATE ROLE staff NOINHERIT CREATEROLE REPLICATION BYPASSRLS;

-- Describes role staff.
COMMENT ON ROLE staff IS 'all who work here';

-- librarian is a member of staff.
-- Hazard S509: librarian may do what staff may.
GRANT staff TO librarian;

-- Sessions of librarian start with this work_mem.
-- Hazard C413: new sessions of librarian start with another work_mem.
ALTER ROLE librarian SET work_mem TO '5MB';

-- Creates table public.cupboards.
CREATE TABLE public.cupboards (
);

-- Gives public.cupboards to staff.
ALTER TABLE public.cupboards OWNER TO staff;

-- Creates policy all_of_it ON public.cupboards.
CREATE POLICY all_of_it ON public.cupboards
    TO librarian;

-- Sets who may use public.shelves.
-- Hazard S501: changes privileges on public.shelves.
GRANT SELECT ON TABLE public.shelves TO librarian;
