-- Undo: lossless

-- Drops index public.by_one.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.by_one, which queries on public.loans may use.
DROP INDEX public.by_one;

-- Drops index public.by_other.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.by_other, which queries on public.books may use.
DROP INDEX public.by_other;

-- Recreates index public.by_one.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
CREATE INDEX by_one ON public.books USING btree (isbn);

-- Recreates index public.by_other.
-- Locks public.loans (SHARE). Builds an index over public.loans.
-- Hazard A203: blocks writes to public.loans while the index is built.
CREATE INDEX by_other ON public.loans USING btree (id);
