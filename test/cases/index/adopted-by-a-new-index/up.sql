-- Undo: lossless

-- Creates index public.visits_page.
-- Locks public.visits, public.visits_2024 (SHARE). Builds an index over public.visits.
-- Hazard A203: blocks writes to public.visits while the index is built.
CREATE INDEX visits_page ON public.visits USING btree (page);
