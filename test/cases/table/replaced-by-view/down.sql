-- Drops view public.catalogue.
-- Locks public.catalogue (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.catalogue fail.
DROP VIEW public.catalogue;

-- Creates table public.catalogue.
CREATE TABLE public.catalogue (
    isbn text,
    title text
);
