-- Undo: lossless

-- Alters table public.lines.
-- Locks public.lines (ACCESS EXCLUSIVE).
-- Hazard C409: changes the replica identity of table public.lines.
ALTER TABLE public.lines REPLICA IDENTITY FULL;

-- Alters index public.marks_mark.
-- Locks public.marks (ACCESS EXCLUSIVE).
-- Hazard C409: changes the replica identity of table public.marks.
ALTER TABLE public.marks REPLICA IDENTITY USING INDEX marks_mark;

-- Adds table public.lines to publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk ADD TABLE ONLY public.lines;

-- Adds table public.marks to publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk ADD TABLE ONLY public.marks;
