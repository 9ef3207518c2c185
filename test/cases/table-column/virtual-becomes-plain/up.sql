-- Undo: loses data:
--   the place of column twice among the columns of public.line

-- Drops table column public.line.half.
-- Locks public.line (ACCESS EXCLUSIVE).
ALTER TABLE public.line DROP COLUMN half;

-- Drops table column public.line.twice.
-- Locks public.line (ACCESS EXCLUSIVE).
ALTER TABLE public.line DROP COLUMN twice;

-- Recreates table column public.line.twice.
-- Locks public.line (ACCESS EXCLUSIVE). Rewrites public.line. Loses the place of column twice among the columns of
--   public.line.
-- Hazard C414: column twice becomes the last column of public.line: INSERT without column names, SELECT * and values of its row type see another order.
-- Hazard A201, blocking: rewrites table public.line to fill column twice.
ALTER TABLE public.line ADD COLUMN twice integer GENERATED ALWAYS AS ((quantity * 2)) STORED;

-- Keeps the values of public.line.twice as those of a plain column.
-- Locks public.line (ACCESS EXCLUSIVE).
ALTER TABLE public.line ALTER COLUMN twice DROP EXPRESSION;

-- Recreates table column public.line.half.
-- Locks public.line (ACCESS EXCLUSIVE). Rewrites public.line.
-- Hazard A201, blocking: rewrites table public.line to fill column half.
ALTER TABLE public.line ADD COLUMN half integer GENERATED ALWAYS AS ((quantity / 2)) STORED NOT NULL;

-- Keeps the values of public.line.half as those of a plain column.
-- Locks public.line (ACCESS EXCLUSIVE).
ALTER TABLE public.line ALTER COLUMN half DROP EXPRESSION;

-- Creates default value public.line.twice.
-- Locks public.line (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.line ALTER COLUMN twice SET DEFAULT 7;
