-- Drops table column public.line.half.
-- Locks public.line (ACCESS EXCLUSIVE). Loses the values of public.line.half.
-- Hazard D102, blocking: drops column public.line.half with its values.
ALTER TABLE public.line DROP COLUMN half;

-- Drops table column public.line.twice.
-- Locks public.line (ACCESS EXCLUSIVE). Loses the values of public.line.twice.
-- Hazard D102, blocking: drops column public.line.twice with its values.
ALTER TABLE public.line DROP COLUMN twice;

-- Recreates table column public.line.twice.
-- Locks public.line (ACCESS EXCLUSIVE). Loses the place of column twice among the columns of public.line.
-- Hazard C414: column twice becomes the last column of public.line: INSERT without column names, SELECT * and values of its row type see another order.
ALTER TABLE public.line ADD COLUMN twice integer GENERATED ALWAYS AS ((quantity * 2)) VIRTUAL;

-- Recreates table column public.line.half.
-- Locks public.line (ACCESS EXCLUSIVE).
ALTER TABLE public.line ADD COLUMN half integer GENERATED ALWAYS AS ((quantity / 2)) VIRTUAL NOT NULL;
