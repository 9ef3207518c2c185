-- Drops table public.desk.
-- Locks public.desk (ACCESS EXCLUSIVE). Loses the rows of table public.desk.
-- Hazard D101, blocking: drops table public.desk with its rows.
DROP TABLE public.desk;

-- Alters table constraint apart ON public.room.
ALTER INDEX public.apart RESET (fillfactor);

-- Alters table constraint named ON public.room.
ALTER INDEX public.named SET (fillfactor = 80);

-- Alters table constraint room_pkey ON public.room.
ALTER INDEX public.room_pkey RESET (fillfactor);
