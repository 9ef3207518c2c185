-- Undo: lossless

-- Creates table public.events_26.
CREATE TABLE public.events_26 (
    id integer CONSTRAINT events_id_not_null NOT NULL,
    at date CONSTRAINT events_at_not_null NOT NULL
)
PARTITION BY HASH (id);

-- Creates table public.events_26_a.
CREATE TABLE public.events_26_a
    PARTITION OF public.events_26 FOR VALUES WITH (modulus 2, remainder 0);

-- Creates index public.events_26_a_at_idx1.
CREATE INDEX events_26_a_at_idx1 ON public.events_26_a USING btree (at) WHERE (id > 0);

-- Creates table public.events_26_b.
CREATE TABLE public.events_26_b
    PARTITION OF public.events_26 FOR VALUES WITH (modulus 2, remainder 1);

-- Creates index public.events_26_b_at_idx1.
CREATE INDEX events_26_b_at_idx1 ON public.events_26_b USING btree (at) WHERE (id > 0);

-- Creates index public.events_26_at_idx1.
CREATE INDEX events_26_at_idx1 ON public.events_26 USING btree (at) WHERE (id > 0);

-- Attaches partition public.events_26 to public.events.
ALTER TABLE public.events ATTACH PARTITION public.events_26 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
