-- Undo: lossless

-- Drops statistics object public.by_title.
DROP STATISTICS public.by_title;

-- Alters statistics object public.by_size.
ALTER STATISTICS public.by_size SET STATISTICS 50;

-- Changes the owner of statistics object public.by_size to keeper.
-- Hazard S504: changes the owner of statistics object public.by_size to keeper.
ALTER STATISTICS public.by_size OWNER TO keeper;

-- Recreates statistics object public.by_title.
CREATE STATISTICS public.by_title (mcv) ON isbn, title FROM public.books;
