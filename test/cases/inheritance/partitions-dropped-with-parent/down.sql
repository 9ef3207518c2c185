-- Creates table public.visits.
CREATE TABLE public.visits (
    at date NOT NULL,
    id bigint NOT NULL,
    CONSTRAINT visits_pkey PRIMARY KEY (at, id)
)
PARTITION BY RANGE (at);

-- Creates table public.visits_2020.
CREATE TABLE public.visits_2020
    PARTITION OF public.visits FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- Creates table constraint notes_at_id_fkey ON public.notes.
-- Locks public.notes (SHARE ROW EXCLUSIVE). Scans public.notes.
-- Hazard A205: blocks writes to public.notes and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.notes has no matching row in the referenced table.
ALTER TABLE public.notes ADD CONSTRAINT notes_at_id_fkey FOREIGN KEY (at, id) REFERENCES public.visits(at, id);
