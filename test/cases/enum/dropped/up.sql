-- Undo: loses data:
--   the values of public.copies.condition

-- Drops table column public.copies.condition.
-- Locks public.copies (ACCESS EXCLUSIVE). Loses the values of public.copies.condition.
-- Hazard D102, blocking: drops column public.copies.condition with its values.
ALTER TABLE public.copies DROP COLUMN condition;

-- Drops enum public.condition.
DROP TYPE public.condition;
