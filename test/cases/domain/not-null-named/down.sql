-- Drops domain public.d.
DROP DOMAIN public.d;

-- Alters domain public.a.
ALTER DOMAIN public.a DROP NOT NULL;

-- Alters domain public.b.
ALTER DOMAIN public.b RENAME CONSTRAINT b_not_null TO b_there;

-- Alters domain public.c.
COMMENT ON CONSTRAINT c_not_null ON DOMAIN public.c IS NULL;
