-- Undo: lossless

-- Drops view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
DROP VIEW public.mine;

-- Recreates view public.mine.
-- Hazard C406: changes what view public.mine returns.
CREATE VIEW public.mine AS
 SELECT id,
    book
   FROM public.loans;

-- Recreates default value public.mine.book, because view public.mine changes.
-- Locks public.mine (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.mine ALTER COLUMN book SET DEFAULT 'Emma'::text;

-- Recreates trigger noted ON public.mine, because view public.mine changes.
-- Locks public.mine (SHARE ROW EXCLUSIVE).
CREATE TRIGGER noted INSTEAD OF INSERT ON public.mine FOR EACH ROW EXECUTE FUNCTION public.note();
