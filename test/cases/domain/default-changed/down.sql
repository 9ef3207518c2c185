-- Alters domain public.language.
ALTER DOMAIN public.language SET DEFAULT 'en'::text;

-- Alters domain public.shelf.
ALTER DOMAIN public.shelf DROP DEFAULT;
