-- Drops statistics object public.by_title.
DROP STATISTICS public.by_title;

-- Alters statistics object public.by_size.
ALTER STATISTICS public.by_size SET STATISTICS -1;

-- Gives public.by_size to postgres.
-- Hazard S504: postgres owns public.by_size.
ALTER STATISTICS public.by_size OWNER TO postgres;

-- Makes again statistics object public.by_title.
CREATE STATISTICS public.by_title (mcv) ON title, pages FROM public.books;
