-- Drops view public.both_of, because view public.one changes.
-- Locks public.both_of (ACCESS EXCLUSIVE).
DROP VIEW public.both_of;

-- Drops view public.one.
-- Locks public.one (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.one fail.
DROP VIEW public.one;

-- Drops view public.other.
-- Locks public.other (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.other fail.
DROP VIEW public.other;

-- Recreates view public.one.
CREATE VIEW public.one AS
 SELECT id
   FROM public.loans;

-- Recreates view public.other.
CREATE VIEW public.other AS
 SELECT book
   FROM public.loans;

-- Recreates view public.both_of, because view public.one changes.
CREATE VIEW public.both_of AS
 SELECT one.id,
    other.book
   FROM public.one,
    public.other;
