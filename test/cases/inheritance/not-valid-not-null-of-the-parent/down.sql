-- Drops table public.day_jobs.
-- Locks public.day_jobs (ACCESS EXCLUSIVE). Loses the rows of table public.day_jobs.
-- Hazard D101, blocking: drops table public.day_jobs with its rows.
DROP TABLE public.day_jobs;

-- Alters table column public.jobs.a.
-- Locks public.jobs, public.day_jobs, public.night_jobs (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.jobs.a.
ALTER TABLE public.jobs ALTER COLUMN a DROP NOT NULL;

-- Alters table column public.jobs.b.
-- Locks public.jobs, public.day_jobs, public.night_jobs (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.jobs.b.
ALTER TABLE public.jobs ALTER COLUMN b DROP NOT NULL;
