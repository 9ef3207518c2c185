-- Drops statistics object public.by_title.
DROP STATISTICS public.by_title;

-- Alters statistics object public.by_size.
ALTER STATISTICS public.by_size SET STATISTICS -1;

-- Changes the owner of statistics object public.by_size to postgres.
-- Hazard S504: changes the owner of statistics object public.by_size to postgres.
ALTER STATISTICS public.by_size OWNER TO postgres;

-- Recreates statistics object public.by_title.
CREATE STATISTICS public.by_title (mcv) ON pages, title FROM public.books;
