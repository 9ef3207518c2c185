-- Alters rule loud ON public.log.
-- Locks public.log (ACCESS EXCLUSIVE).
CREATE OR REPLACE RULE loud AS
    ON UPDATE TO public.log DO NOTHING;

-- Alters rule quiet ON public.log.
-- Locks public.log (SHARE ROW EXCLUSIVE).
ALTER TABLE public.log ENABLE RULE quiet;

-- Removes the comment of rule quiet ON public.log.
COMMENT ON RULE quiet ON public.log IS NULL;
