-- Gives public.isbn to postgres.
-- Hazard S504: postgres owns public.isbn.
ALTER DOMAIN public.isbn OWNER TO postgres;

-- Sets who may use public.isbn.
-- Hazard S501: changes privileges on public.isbn.
REVOKE USAGE ON DOMAIN public.isbn FROM reader;
