-- Undo: lossless

-- Drops default privileges everywhere on functions.
-- Hazard S506, blocking: changes privileges on objects that role postgres creates from now on: every role gets them (PUBLIC).
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- Changes privileges on table public.notes.
-- Hazard S501, blocking: changes privileges on table public.notes for every role (PUBLIC).
GRANT SELECT ON TABLE public.notes TO PUBLIC;
