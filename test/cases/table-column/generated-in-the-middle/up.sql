-- Undo: loses data:
--   the place of column total among the columns of public.line

-- Drops table column public.line.total.
-- Locks public.line (ACCESS EXCLUSIVE).
ALTER TABLE public.line DROP COLUMN total;

-- Recreates table column public.line.total.
-- Locks public.line (ACCESS EXCLUSIVE). Rewrites public.line. Loses the place of column total among the columns of
--   public.line.
-- Hazard C414: column total becomes the last column of public.line: INSERT without column names, SELECT * and values of its row type see another order.
-- Hazard A201, blocking: rewrites table public.line to fill column total.
ALTER TABLE public.line ADD COLUMN total integer GENERATED ALWAYS AS ((quantity * 3)) STORED;
