-- Undo: lossless

-- Drops view public.both_of, because view public.one changes.
-- Locks public.both_of (ACCESS EXCLUSIVE).
DROP VIEW public.both_of;

-- Drops view public.one.
-- Locks public.one (ACCESS EXCLUSIVE).
DROP VIEW public.one;

-- Drops view public.other.
-- Locks public.other (ACCESS EXCLUSIVE).
DROP VIEW public.other;

-- Recreates view public.one.
-- Hazard C406: changes what view public.one returns.
CREATE VIEW public.one AS
 SELECT book
   FROM public.loans;

-- Recreates view public.other.
-- Hazard C406: changes what view public.other returns.
CREATE VIEW public.other AS
 SELECT id
   FROM public.loans;

-- Recreates view public.both_of, because view public.one changes.
-- Hazard C406: changes what view public.both_of returns.
CREATE VIEW public.both_of AS
 SELECT other.id,
    one.book
   FROM public.one,
    public.other;
