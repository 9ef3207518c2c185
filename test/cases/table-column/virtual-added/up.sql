-- Undo: lossless

-- Creates table column public.openings.hours.
-- Locks public.openings (ACCESS EXCLUSIVE).
ALTER TABLE public.openings ADD COLUMN hours interval GENERATED ALWAYS AS ((closes - opens)) VIRTUAL;
