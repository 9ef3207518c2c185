-- Undo: lossless

-- Creates table public.log_26.
CREATE TABLE public.log_26 (
    id integer,
    at date CONSTRAINT log_at_not_null NOT NULL
);

-- Attaches partition public.log_26 to public.log.
-- Locks public.log_other (ACCESS EXCLUSIVE). Scans public.log_other.
-- Hazard F305: fails if a row of public.log_26, or of the default partition, violates the partition bound.
ALTER TABLE public.log ATTACH PARTITION public.log_26 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
