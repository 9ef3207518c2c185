-- Undo: lossless

-- Drops statistics object public.by_title.
DROP STATISTICS public.by_title;
