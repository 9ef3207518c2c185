-- Drops table public.copies.
-- Locks public.copies (ACCESS EXCLUSIVE). Loses the rows of table public.copies.
-- Hazard D101, blocking: drops table public.copies with its rows.
DROP TABLE public.copies;

-- Drops enum public.condition.
DROP TYPE public.condition;
