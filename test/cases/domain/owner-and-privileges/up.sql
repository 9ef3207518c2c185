-- Undo: lossless

-- Gives public.isbn to keeper.
-- Hazard S504: keeper owns public.isbn.
ALTER DOMAIN public.isbn OWNER TO keeper;

-- Sets who may use public.isbn.
-- Hazard S501: changes privileges on public.isbn.
GRANT USAGE ON DOMAIN public.isbn TO reader WITH GRANT OPTION;
