-- Undo: lossless

-- Changes the owner of domain public.isbn to keeper.
-- Hazard S504: changes the owner of domain public.isbn to keeper.
ALTER DOMAIN public.isbn OWNER TO keeper;

-- Changes privileges on domain public.isbn.
-- Hazard S501: changes privileges on domain public.isbn.
GRANT USAGE ON DOMAIN public.isbn TO reader WITH GRANT OPTION;
