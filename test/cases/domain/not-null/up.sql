-- Undo: lossless

-- Alters domain public.isbn.
-- Locks public.books (SHARE). Scans public.books.
-- Hazard A205: checks every column of domain public.isbn under a SHARE lock, which blocks writes.
-- Hazard F303: fails if a stored value of domain public.isbn violates the new constraint.
ALTER DOMAIN public.isbn SET NOT NULL;
