-- Undo: lossless

-- Alters table column public.jobs.a.
-- Locks public.jobs, public.night_jobs (ACCESS EXCLUSIVE).
ALTER TABLE public.jobs ADD CONSTRAINT a_given NOT NULL a NOT VALID;

-- Alters table column public.jobs.b.
-- Locks public.jobs, public.night_jobs (ACCESS EXCLUSIVE).
ALTER TABLE public.jobs ADD CONSTRAINT b_given NOT NULL b NOT VALID;

-- Creates table public.day_jobs.
CREATE TABLE public.day_jobs (
    y integer
)
INHERITS (public.jobs);
