-- Creates table constraint log_1_once ON public.log_1.
-- Locks public.log_1 (ACCESS EXCLUSIVE). Builds an index over public.log_1.
-- Hazard A203: builds an index on public.log_1 under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.log_1 contains duplicates.
ALTER TABLE public.log_1 ADD CONSTRAINT log_1_once UNIQUE (day, size);

-- Creates index public.once.
-- Locks public.log, public.log_1 (SHARE). Builds an index over public.log and public.log_1.
-- Hazard A203: blocks writes to public.log while the index is built.
-- Hazard F302: fails if public.log contains duplicates.
CREATE UNIQUE INDEX once ON public.log USING btree (day, size);
