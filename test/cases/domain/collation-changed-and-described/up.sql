-- Undo: lossless

-- Drops domain public.surname.
DROP DOMAIN public.surname;

-- Recreates domain public.surname.
CREATE DOMAIN public.surname AS text
    COLLATE pg_catalog."C";

-- Sets the comment of domain public.surname.
COMMENT ON DOMAIN public.surname IS 'Sorted by bytes';
