-- Undo: lossless

-- Drops domain public.surname.
DROP DOMAIN public.surname;

-- Makes again domain public.surname.
CREATE DOMAIN public.surname AS text
    COLLATE pg_catalog."C";

-- Describes domain public.surname.
COMMENT ON DOMAIN public.surname IS 'Sorted by bytes';
