-- Undo: lossless

-- Removes the comment of column public.mine.id.
COMMENT ON COLUMN public.mine.id IS NULL;

-- Sets the comment of column public.mine.book.
COMMENT ON COLUMN public.mine.book IS 'Title';

-- Changes the owner of view public.mine to keeper.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of view public.mine to keeper.
ALTER VIEW public.mine OWNER TO keeper;

-- Changes privileges on view public.mine.
-- Hazard S501, blocking: changes privileges on view public.mine for every role (PUBLIC).
GRANT SELECT ON TABLE public.mine TO PUBLIC;

-- Changes privileges on view public.mine.
-- Hazard S501: changes privileges on view public.mine.
GRANT UPDATE (book) ON TABLE public.mine TO writer;

-- Sets the comment of view public.mine.
COMMENT ON VIEW public.mine IS 'Yours, too';
