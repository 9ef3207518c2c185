-- Drops index public.by_day.
-- Locks public.log (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.log can no longer use public.by_day.
DROP INDEX public.by_day;

-- Alters index public.log_1_line_idx.
ALTER INDEX public.log_1_line_idx SET (fillfactor = 70);

-- Removes the comment of public.log_1_line_idx.
COMMENT ON INDEX public.log_1_line_idx IS NULL;
