-- Undo: lossless

-- Alters table constraint rooms_free ON public.rooms.
ALTER INDEX public.rooms_free ALTER COLUMN 1 SET STATISTICS 500;

-- Alters table constraint rooms_number ON public.rooms.
-- Locks public.rooms (ACCESS EXCLUSIVE).
-- Hazard C409: changes the replica identity of table public.rooms.
ALTER TABLE public.rooms REPLICA IDENTITY USING INDEX rooms_number;
