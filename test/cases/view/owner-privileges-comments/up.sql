-- Undo: lossless

-- Describes public.mine.id.
COMMENT ON COLUMN public.mine.id IS NULL;

-- Describes public.mine.book.
COMMENT ON COLUMN public.mine.book IS 'Title';

-- Gives public.mine to keeper.
-- Hazard S504: keeper owns public.mine.
ALTER VIEW public.mine OWNER TO keeper;

-- Sets who may use public.mine.
-- Hazard S501: changes privileges on public.mine.
GRANT SELECT ON TABLE public.mine TO PUBLIC;

-- Sets who may use public.mine.
-- Hazard S501: changes privileges on public.mine.
GRANT UPDATE (book) ON TABLE public.mine TO writer;

-- Describes view public.mine.
COMMENT ON VIEW public.mine IS 'Yours, too';
