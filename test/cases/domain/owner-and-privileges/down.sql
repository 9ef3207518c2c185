-- Changes the owner of domain public.isbn to postgres.
-- Hazard S504: changes the owner of domain public.isbn to postgres.
ALTER DOMAIN public.isbn OWNER TO postgres;

-- Changes privileges on domain public.isbn.
-- Hazard S501: changes privileges on domain public.isbn.
REVOKE USAGE ON DOMAIN public.isbn FROM reader;
