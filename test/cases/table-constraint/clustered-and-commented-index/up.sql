-- Undo: lossless

-- Alters table constraint loans_pkey ON public.loans.
ALTER TABLE public.loans CLUSTER ON loans_pkey;

-- Alters table constraint loans_pkey ON public.loans.
COMMENT ON INDEX public.loans_pkey IS 'In the order of slips';

-- Sets the comment of table constraint loans_pkey ON public.loans.
COMMENT ON CONSTRAINT loans_pkey ON public.loans IS 'One slip per loan';
