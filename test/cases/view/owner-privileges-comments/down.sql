-- Sets the comment of column public.mine.id.
COMMENT ON COLUMN public.mine.id IS 'Slip';

-- Removes the comment of column public.mine.book.
COMMENT ON COLUMN public.mine.book IS NULL;

-- Changes the owner of view public.mine to postgres.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of view public.mine to postgres.
ALTER VIEW public.mine OWNER TO postgres;

-- Changes privileges on view public.mine.
-- Hazard S501: changes privileges on view public.mine.
REVOKE SELECT ON TABLE public.mine FROM PUBLIC;

-- Changes privileges on view public.mine.
-- Hazard S501: changes privileges on view public.mine.
REVOKE UPDATE (book) ON TABLE public.mine FROM writer;

-- Removes the comment of view public.mine.
COMMENT ON VIEW public.mine IS NULL;
