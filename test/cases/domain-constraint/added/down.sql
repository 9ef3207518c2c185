-- Drops domain constraint stars ON DOMAIN public.rating.
ALTER DOMAIN public.rating DROP CONSTRAINT stars;
