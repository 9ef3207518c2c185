-- Undo: lossless

-- Creates table public.loan_log.
CREATE TABLE public.loan_log (
    id bigint,
    at timestamp with time zone DEFAULT now()
);

-- Creates rule log_loans ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
CREATE RULE log_loans AS
    ON INSERT TO public.loans DO  INSERT INTO public.loan_log (id)
  VALUES (new.id);

-- Sets the comment of rule log_loans ON public.loans.
COMMENT ON RULE log_loans ON public.loans IS 'Old style';
