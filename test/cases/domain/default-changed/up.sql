-- Undo: lossless

-- Alters domain public.language.
ALTER DOMAIN public.language DROP DEFAULT;

-- Alters domain public.shelf.
ALTER DOMAIN public.shelf SET DEFAULT 1;
