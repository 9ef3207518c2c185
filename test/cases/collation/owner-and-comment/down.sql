-- Changes the owner of collation public.caseless to postgres.
-- Hazard S504: changes the owner of collation public.caseless to postgres.
ALTER COLLATION public.caseless OWNER TO postgres;

-- Sets the comment of collation public.caseless.
COMMENT ON COLLATION public.caseless IS 'Ada equals ADA';
