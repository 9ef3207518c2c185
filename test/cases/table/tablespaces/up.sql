-- Undo: lossless

-- Alters table public.log.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
-- Hazard A201, blocking: rewrites table public.log into another tablespace under an ACCESS EXCLUSIVE lock.
ALTER TABLE public.log SET TABLESPACE pg_default;

-- Alters table constraint log_pkey ON public.log.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
ALTER INDEX public.log_pkey SET TABLESPACE "Slow Disk";

-- Alters table constraint sized ON public.log.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
ALTER INDEX public.sized SET TABLESPACE fast;

-- Alters index public.by_size.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
ALTER INDEX public.by_size SET TABLESPACE pg_default;

-- Creates table public.more.
CREATE TABLE public.more (
    line text,
    id integer NOT NULL,
    CONSTRAINT more_key PRIMARY KEY (id) USING INDEX TABLESPACE fast,
    CONSTRAINT more_line_excl EXCLUDE USING btree (line WITH =)
)
TABLESPACE "Slow Disk";

-- Sets properties of table constraint more_line_excl ON public.more that its CREATE statement can't set.
ALTER INDEX public.more_line_excl SET TABLESPACE fast;

-- Creates index public.more_line.
CREATE INDEX more_line ON public.more USING btree (line) TABLESPACE fast;

-- Alters table public.parts_1.
-- Locks public.parts_1 (ACCESS EXCLUSIVE). Rewrites public.parts_1.
-- Hazard A201, blocking: rewrites table public.parts_1 into another tablespace under an ACCESS EXCLUSIVE lock.
ALTER TABLE public.parts_1 SET TABLESPACE fast;

-- Alters table constraint parts_1_pkey ON public.parts_1.
-- Locks public.parts_1 (ACCESS EXCLUSIVE). Rewrites public.parts_1.
ALTER INDEX public.parts_1_pkey SET TABLESPACE fast;

-- Creates table public.pieces.
CREATE TABLE public.pieces (
    day integer NOT NULL,
    CONSTRAINT pieces_pkey PRIMARY KEY (day) USING INDEX TABLESPACE fast
)
PARTITION BY LIST (day)
TABLESPACE fast;

-- Creates table public.pieces_1.
CREATE TABLE public.pieces_1
    PARTITION OF public.pieces FOR VALUES IN (1)
TABLESPACE fast;

-- Alters materialized view public.lines.
-- Locks public.lines (ACCESS EXCLUSIVE). Rewrites public.lines.
ALTER MATERIALIZED VIEW public.lines SET TABLESPACE "Slow Disk";
