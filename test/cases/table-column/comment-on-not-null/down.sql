-- Alters table column public.log.line.
COMMENT ON CONSTRAINT log_line_not_null ON public.log IS NULL;

-- Alters table column public.log.size.
COMMENT ON CONSTRAINT sized ON public.log IS 'in bytes';
