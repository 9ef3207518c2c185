-- Drops index public.visits_page.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.visits_page, which queries on public.visits may use.
DROP INDEX public.visits_page;

-- Recreates index public.visits_2024_by_page, because index public.visits_page changes.
-- Locks public.visits_2024 (SHARE). Builds an index over public.visits_2024.
-- Hazard A203: blocks writes to public.visits_2024 while the index is built.
CREATE INDEX visits_2024_by_page ON public.visits_2024 USING btree (page);
