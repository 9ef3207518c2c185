-- Undo: lossless

-- Alters table constraint log_1_pkey ON public.log_1.
ALTER INDEX public.log_1_pkey SET (fillfactor = 60);

-- Alters table constraint log_1_pkey ON public.log_1.
COMMENT ON INDEX public.log_1_pkey IS 'its index';

-- Sets the comment of table constraint log_1_pkey ON public.log_1.
COMMENT ON CONSTRAINT log_1_pkey ON public.log_1 IS 'the key';

-- Creates table public.notes.
CREATE TABLE public.notes (
    day integer NOT NULL,
    CONSTRAINT notes_pkey PRIMARY KEY (day) WITH (fillfactor = 90)
)
PARTITION BY LIST (day);

-- Creates table public.notes_1.
CREATE TABLE public.notes_1
    PARTITION OF public.notes FOR VALUES IN (1);

-- Sets properties of table constraint notes_1_pkey ON public.notes_1 that its CREATE statement can't set.
ALTER INDEX public.notes_1_pkey SET (fillfactor = 70);
