-- Publication desk no longer sends public.lines.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.lines;

-- Publication desk no longer sends public.marks.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.marks;

-- Alters table public.lines.
-- Locks public.lines (ACCESS EXCLUSIVE).
-- Hazard C409: changes what logical replication sends of public.lines.
ALTER TABLE public.lines REPLICA IDENTITY DEFAULT;

-- Alters table public.marks.
-- Locks public.marks (ACCESS EXCLUSIVE).
-- Hazard C409: changes what logical replication sends of public.marks.
ALTER TABLE public.marks REPLICA IDENTITY DEFAULT;
