-- Undo: lossless

-- Drops table constraint copies_room_n_fkey ON public.copies, because table constraint shelves_pkey ON
--   public.shelves changes.
-- Locks public.copies, public.shelves (ACCESS EXCLUSIVE).
ALTER TABLE public.copies DROP CONSTRAINT copies_room_n_fkey;

-- Drops table constraint shelves_code_key ON public.shelves.
-- Locks public.shelves (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing shelves_code_key on public.shelves.
ALTER TABLE public.shelves DROP CONSTRAINT shelves_code_key;

-- Drops table constraint shelves_pkey ON public.shelves.
-- Locks public.shelves (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing shelves_pkey on public.shelves.
ALTER TABLE public.shelves DROP CONSTRAINT shelves_pkey;

-- Alters table column public.shelves.room.
-- Locks public.shelves (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.shelves.room.
ALTER TABLE public.shelves ALTER COLUMN room DROP NOT NULL;

-- Alters table column public.shelves.n.
-- Locks public.shelves (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.shelves.n.
ALTER TABLE public.shelves ALTER COLUMN n DROP NOT NULL;

-- Recreates table constraint shelves_pkey ON public.shelves.
-- Locks public.shelves (ACCESS EXCLUSIVE). Builds an index over public.shelves.
-- Hazard A203: builds an index on public.shelves under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.shelves contains duplicates.
ALTER TABLE public.shelves ADD CONSTRAINT shelves_pkey PRIMARY KEY (code);

-- Creates table constraint shelves_room_n_key ON public.shelves.
-- Locks public.shelves (ACCESS EXCLUSIVE). Builds an index over public.shelves.
-- Hazard A203: builds an index on public.shelves under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.shelves contains duplicates.
ALTER TABLE public.shelves ADD CONSTRAINT shelves_room_n_key UNIQUE (room, n);

-- Recreates table constraint copies_room_n_fkey ON public.copies, because table constraint shelves_pkey ON
--   public.shelves changes.
-- Locks public.copies, public.shelves (SHARE ROW EXCLUSIVE). Scans public.copies.
-- Hazard A205: blocks writes to public.copies and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.copies has no matching row in the referenced table.
ALTER TABLE public.copies ADD CONSTRAINT copies_room_n_fkey FOREIGN KEY (room, n) REFERENCES public.shelves(room, n);
