-- Undo: lossless

-- Alters domain constraint stars ON DOMAIN public.rating.
-- Scans public.rating.
-- Hazard A205: checks every column of domain public.rating under a SHARE lock, which blocks writes.
-- Hazard F303: fails if a stored value of domain public.rating violates the new constraint.
ALTER DOMAIN public.rating VALIDATE CONSTRAINT stars;
