-- Removes the comment of table constraint persons_pkey ON public.people.
COMMENT ON CONSTRAINT persons_pkey ON public.people IS NULL;

-- Alters index public.persons_expr_idx.
ALTER INDEX public.persons_expr_idx RESET (fillfactor);
