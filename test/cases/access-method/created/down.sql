-- Drops table public.ducks.
-- Locks public.ducks (ACCESS EXCLUSIVE). Loses the rows of table public.ducks.
-- Hazard D101, blocking: drops table public.ducks with its rows.
DROP TABLE public.ducks;

-- Drops access method "Tree".
DROP ACCESS METHOD "Tree";

-- Drops access method heap_two.
DROP ACCESS METHOD heap_two;

-- Drops function public.heap_again(internal).
-- Hazard C402: callers of public.heap_again(internal) fail.
DROP FUNCTION public.heap_again(internal);
