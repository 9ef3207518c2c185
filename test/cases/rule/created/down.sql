-- Drops rule log_loans ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
DROP RULE log_loans ON public.loans;

-- Drops table public.loan_log.
-- Locks public.loan_log (ACCESS EXCLUSIVE). Loses the rows of table public.loan_log.
-- Hazard D101, blocking: drops table public.loan_log with its rows.
DROP TABLE public.loan_log;
