-- Undo: lossless

-- Creates index public.by_day.
-- Locks public.log, public.log_1, public.log_2 (SHARE). Builds an index over public.log and public.log_1,
--   public.log_2.
-- Hazard A203: blocks writes to public.log while the index is built.
CREATE INDEX by_day ON public.log USING btree (day, lower(line)) WITH (fillfactor='80');

-- Sets properties of index public.log_2_day_lower_idx that its CREATE statement can't set.
ALTER INDEX public.log_2_day_lower_idx RESET (fillfactor);

-- Sets properties of index public.log_2_day_lower_idx that its CREATE statement can't set.
ALTER INDEX public.log_2_day_lower_idx ALTER COLUMN 2 SET STATISTICS 300;

-- Alters index public.log_1_line_idx.
ALTER INDEX public.log_1_line_idx SET (fillfactor = 60);

-- Sets the comment of index public.log_1_line_idx.
COMMENT ON INDEX public.log_1_line_idx IS 'grows fast';
