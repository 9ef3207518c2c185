-- Alters table constraint loans_pkey ON public.loans.
ALTER TABLE public.loans SET WITHOUT CLUSTER;

-- Alters table constraint loans_pkey ON public.loans.
COMMENT ON INDEX public.loans_pkey IS NULL;

-- Removes the comment of table constraint loans_pkey ON public.loans.
COMMENT ON CONSTRAINT loans_pkey ON public.loans IS NULL;
