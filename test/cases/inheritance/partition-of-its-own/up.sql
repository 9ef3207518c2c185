-- Undo: lossless

-- Creates table public.visits_2020.
CREATE TABLE public.visits_2020 (
    at date CONSTRAINT visits_at_not_null NOT NULL,
    n integer DEFAULT 2,
    CONSTRAINT few CHECK ((n < 100))
);

-- Changes privileges on table public.visits_2020.
GRANT SELECT ON TABLE public.visits_2020 TO reader;

-- Sets the comment of table public.visits_2020.
COMMENT ON TABLE public.visits_2020 IS 'Before the move';

-- Attaches partition public.visits_2020 to public.visits.
ALTER TABLE public.visits ATTACH PARTITION public.visits_2020 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- Sets the comment of index public.visits_2020_n_idx.
COMMENT ON INDEX public.visits_2020_n_idx IS 'Adopted';

-- Creates index public.visits_2020_at.
CREATE INDEX visits_2020_at ON public.visits_2020 USING btree (at);
