-- Drops domain public.surname.
DROP DOMAIN public.surname;

-- Recreates domain public.surname.
CREATE DOMAIN public.surname AS text;
