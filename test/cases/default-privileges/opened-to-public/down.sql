-- Creates default privileges everywhere on functions.
-- Hazard S506: changes privileges on objects that role postgres creates from now on.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Changes privileges on table public.notes.
-- Hazard S501: changes privileges on table public.notes.
REVOKE SELECT ON TABLE public.notes FROM PUBLIC;
