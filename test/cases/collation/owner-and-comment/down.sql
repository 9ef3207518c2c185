-- Gives public.caseless to postgres.
-- Hazard S504: postgres owns public.caseless.
ALTER COLLATION public.caseless OWNER TO postgres;

-- Describes collation public.caseless.
COMMENT ON COLLATION public.caseless IS 'Ada equals ADA';
