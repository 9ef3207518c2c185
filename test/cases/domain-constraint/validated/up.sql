-- Undo: lossless

-- Alters domain constraint stars ON DOMAIN public.rating.
ALTER DOMAIN public.rating VALIDATE CONSTRAINT stars;
