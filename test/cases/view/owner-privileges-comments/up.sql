-- Undo: lossless

-- Alters view public.mine.
COMMENT ON COLUMN public.mine.id IS NULL;

-- Alters view public.mine.
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

-- Says what public.mine is.
COMMENT ON VIEW public.mine IS 'Yours, too';
