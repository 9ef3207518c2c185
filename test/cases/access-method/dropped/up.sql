-- Undo: loses data:
--   the rows of table public.ducks

-- Drops table public.ducks.
-- Locks public.ducks (ACCESS EXCLUSIVE). Loses the rows of table public.ducks.
-- Hazard D101, blocking: drops table public.ducks with its rows.
DROP TABLE public.ducks;

-- Drops access method one.
DROP ACCESS METHOD one;

-- Creates schema pond.
CREATE SCHEMA pond;
