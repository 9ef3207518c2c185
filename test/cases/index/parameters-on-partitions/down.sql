-- Drops index public.by_day.
-- Locks public.log, public.log_1, public.log_2 (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.by_day, which queries on public.log may use.
DROP INDEX public.by_day;

-- Alters index public.log_1_line_idx.
ALTER INDEX public.log_1_line_idx SET (fillfactor = 70);

-- Removes the comment of index public.log_1_line_idx.
COMMENT ON INDEX public.log_1_line_idx IS NULL;
