-- Alters domain public.isbn.
ALTER DOMAIN public.isbn DROP NOT NULL;
