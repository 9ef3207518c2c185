-- An index of the partition's own, like the parent's: it comes after the attachment, which would take it over.
CREATE TABLE public.visits (day date, guest integer) PARTITION BY RANGE (day);
CREATE TABLE public.visits_2025 PARTITION OF public.visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX visits_guest ON public.visits (guest);
CREATE INDEX guests_of_2025 ON public.visits_2025 (guest);
