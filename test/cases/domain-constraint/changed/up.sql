-- Undo: lossless

-- Drops domain constraint stars ON DOMAIN public.rating.
ALTER DOMAIN public.rating DROP CONSTRAINT stars;

-- Recreates domain constraint stars ON DOMAIN public.rating.
ALTER DOMAIN public.rating ADD CONSTRAINT stars CHECK (((VALUE >= 0) AND (VALUE <= 10)));
