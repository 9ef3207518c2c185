-- Drops domain constraint positive ON DOMAIN public.size.
ALTER DOMAIN public.size DROP CONSTRAINT positive;
