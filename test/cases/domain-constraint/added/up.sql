-- Undo: lossless

-- Creates domain constraint stars ON DOMAIN public.rating.
-- Locks public.reviews (SHARE). Scans public.reviews.
-- Hazard A205: checks every column of domain public.rating under a SHARE lock, which blocks writes.
-- Hazard F303: fails if a stored value of domain public.rating violates the new constraint.
ALTER DOMAIN public.rating ADD CONSTRAINT stars CHECK (((VALUE >= 1) AND (VALUE <= 5)));

-- Sets the comment of domain constraint stars ON DOMAIN public.rating.
COMMENT ON CONSTRAINT stars ON DOMAIN public.rating IS 'One to five';
