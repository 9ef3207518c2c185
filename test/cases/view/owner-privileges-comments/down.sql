-- Describes public.mine.id.
COMMENT ON COLUMN public.mine.id IS 'Slip';

-- Describes public.mine.book.
COMMENT ON COLUMN public.mine.book IS NULL;

-- Gives public.mine to postgres.
-- Hazard S504: postgres owns public.mine.
ALTER VIEW public.mine OWNER TO postgres;

-- Sets who may use public.mine.
-- Hazard S501: changes privileges on public.mine.
REVOKE SELECT ON TABLE public.mine FROM PUBLIC;

-- Sets who may use public.mine.
-- Hazard S501: changes privileges on public.mine.
REVOKE UPDATE (book) ON TABLE public.mine FROM writer;

-- Removes the comment of public.mine.
COMMENT ON VIEW public.mine IS NULL;
