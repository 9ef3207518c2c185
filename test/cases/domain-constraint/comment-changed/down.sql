-- Removes the comment of plausible ON DOMAIN public.age.
COMMENT ON CONSTRAINT plausible ON DOMAIN public.age IS NULL;
