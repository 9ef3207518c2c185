-- Drops table public.more.
-- Locks public.more (ACCESS EXCLUSIVE). Loses the rows of table public.more.
-- Hazard D101, blocking: drops table public.more with its rows.
DROP TABLE public.more;

-- Drops table public.pieces_1.
-- Locks public.pieces_1, public.pieces (ACCESS EXCLUSIVE). Loses the rows of table public.pieces_1.
-- Hazard D101, blocking: drops table public.pieces_1 with its rows.
DROP TABLE public.pieces_1;

-- Drops table public.pieces.
-- Locks public.pieces (ACCESS EXCLUSIVE). Loses the rows of table public.pieces.
-- Hazard D101, blocking: drops table public.pieces with its rows.
DROP TABLE public.pieces;

-- Alters table public.log.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
-- Hazard A201, blocking: rewrites table public.log into another tablespace under an ACCESS EXCLUSIVE lock.
ALTER TABLE public.log SET TABLESPACE fast;

-- Alters table constraint log_pkey ON public.log.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
ALTER INDEX public.log_pkey SET TABLESPACE pg_default;

-- Alters table constraint sized ON public.log.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
ALTER INDEX public.sized SET TABLESPACE pg_default;

-- Alters index public.by_size.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
ALTER INDEX public.by_size SET TABLESPACE fast;

-- Alters table public.parts_1.
-- Locks public.parts_1 (ACCESS EXCLUSIVE). Rewrites public.parts_1.
-- Hazard A201, blocking: rewrites table public.parts_1 into another tablespace under an ACCESS EXCLUSIVE lock.
ALTER TABLE public.parts_1 SET TABLESPACE pg_default;

-- Alters table constraint parts_1_pkey ON public.parts_1.
-- Locks public.parts_1 (ACCESS EXCLUSIVE). Rewrites public.parts_1.
ALTER INDEX public.parts_1_pkey SET TABLESPACE pg_default;

-- Alters materialized view public.lines.
-- Locks public.lines (ACCESS EXCLUSIVE). Rewrites public.lines.
ALTER MATERIALIZED VIEW public.lines SET TABLESPACE fast;
