-- Drops table public.lines from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.lines;

-- Drops table public.marks from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.marks;

-- Alters table public.lines.
-- Locks public.lines (ACCESS EXCLUSIVE).
-- Hazard C409: changes the replica identity of table public.lines.
ALTER TABLE public.lines REPLICA IDENTITY DEFAULT;

-- Alters table public.marks.
-- Locks public.marks (ACCESS EXCLUSIVE).
-- Hazard C409: changes the replica identity of table public.marks.
ALTER TABLE public.marks REPLICA IDENTITY DEFAULT;
