-- Undo: lossless

-- Drops view public.less.
-- Locks public.less (ACCESS EXCLUSIVE).
DROP VIEW public.less;

-- Recreates view public.less.
-- Hazard C406: changes what view public.less returns.
CREATE VIEW public.less AS
 SELECT a
   FROM public.log;

-- Recreates default value public.less.a, because view public.less changes.
-- Locks public.less (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.less ALTER COLUMN a SET DEFAULT 3;

-- Alters default value public.lines.a.
-- Locks public.lines (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.lines ALTER COLUMN a SET DEFAULT 4;

-- Creates default value public.lines.b.
-- Locks public.lines (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.lines ALTER COLUMN b SET DEFAULT 5;
