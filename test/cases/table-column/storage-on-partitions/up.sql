-- Undo: lossless

-- Alters table column public.log.line.
-- Locks public.log (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.log ALTER COLUMN line SET STORAGE MAIN;

-- Alters table column public.log.size.
ALTER TABLE ONLY public.log ALTER COLUMN size SET STATISTICS 100;

-- Alters table column public.log.size.
ALTER TABLE public.log ALTER COLUMN size SET (n_distinct_inherited = 7);

-- Alters table column public.log_1.size.
ALTER TABLE public.log_1 ALTER COLUMN size SET STATISTICS 100;

-- Alters table column public.log_2.line.
-- Locks public.log_2 (ACCESS EXCLUSIVE).
ALTER TABLE public.log_2 ALTER COLUMN line SET COMPRESSION pglz;

-- Alters table column public.log_2.size.
ALTER TABLE public.log_2 ALTER COLUMN size SET STATISTICS 100;

-- Creates table public.log_3.
CREATE TABLE public.log_3 (
    day integer,
    line text,
    size integer
);

-- Attaches partition public.log_3 to public.log.
ALTER TABLE public.log ATTACH PARTITION public.log_3 FOR VALUES IN (3);

-- Creates table public.notes.
CREATE TABLE public.notes (
    day integer,
    line text
)
PARTITION BY LIST (day);

-- Sets properties of table column public.notes.line that its CREATE statement can't set.
ALTER TABLE ONLY public.notes ALTER COLUMN line SET STORAGE EXTERNAL;

-- Creates table public.notes_1.
CREATE TABLE public.notes_1
    PARTITION OF public.notes (
    line DEFAULT 'none'::text,
    CONSTRAINT notes_1_line_check CHECK ((line <> ''::text))
)
FOR VALUES IN (1);

-- Sets properties of table column public.notes_1.day that its CREATE statement can't set.
ALTER TABLE public.notes_1 ALTER COLUMN day SET STATISTICS 20;

-- Sets properties of table column public.notes_1.line that its CREATE statement can't set.
ALTER TABLE public.notes_1 ALTER COLUMN line SET STORAGE DEFAULT;
