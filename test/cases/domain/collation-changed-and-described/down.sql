-- Drops domain public.surname.
DROP DOMAIN public.surname;

-- Makes again domain public.surname.
CREATE DOMAIN public.surname AS text;
