-- Undo: lossless

-- Alters table public.lines.
-- Locks public.lines (ACCESS EXCLUSIVE).
-- Hazard C409: changes what logical replication sends of public.lines.
ALTER TABLE public.lines REPLICA IDENTITY FULL;

-- Alters index public.marks_mark.
-- Locks public.marks (ACCESS EXCLUSIVE).
-- Hazard C409: changes what logical replication sends of public.marks.
ALTER TABLE public.marks REPLICA IDENTITY USING INDEX marks_mark;

-- Publication desk sends public.lines from now on.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.lines;

-- Publication desk sends public.marks from now on.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.marks;
