-- Removes the comment of domain constraint plausible ON DOMAIN public.age.
COMMENT ON CONSTRAINT plausible ON DOMAIN public.age IS NULL;
