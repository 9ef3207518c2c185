-- Drops default value public.lines.b.
-- Locks public.lines (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.lines ALTER COLUMN b DROP DEFAULT;

-- Alters view public.less.
-- Locks public.less (ACCESS EXCLUSIVE).
-- Hazard C406: changes what view public.less returns.
CREATE OR REPLACE VIEW public.less AS
 SELECT a,
    b
   FROM public.log;

-- Alters default value public.lines.a.
-- Locks public.lines (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.lines ALTER COLUMN a SET DEFAULT 3;
