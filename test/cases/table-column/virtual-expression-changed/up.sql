-- Undo: lossless
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.sums ADD CONSTRAINT other CHECK ((id > 1)): check constraint "other" of relation "sums" is violated by some row

-- Drops table public.told from publication feed.
-- Hazard C409: changes what publication feed publishes.
ALTER PUBLICATION feed DROP TABLE ONLY public.told;

-- Drops view public.doubled, because table column public.sums.b changes.
-- Locks public.doubled (ACCESS EXCLUSIVE).
DROP VIEW public.doubled;

-- Drops table constraint b_ok ON public.sums, because table column public.sums.b changes.
-- Locks public.sums, public.more_sums (ACCESS EXCLUSIVE).
ALTER TABLE public.sums DROP CONSTRAINT b_ok;

-- Drops table constraint c_ok ON public.sums, because table column public.sums.b changes.
-- Locks public.sums, public.more_sums (ACCESS EXCLUSIVE).
ALTER TABLE public.sums DROP CONSTRAINT c_ok;

-- Drops table constraint d_ok ON public.more_sums, because table column public.sums.b changes.
-- Locks public.more_sums (ACCESS EXCLUSIVE).
ALTER TABLE public.more_sums DROP CONSTRAINT d_ok;

-- Drops table constraint gone ON public.sums.
-- Locks public.sums, public.more_sums (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing gone on public.sums.
ALTER TABLE public.sums DROP CONSTRAINT gone;

-- Drops table constraint other ON public.sums, because table column public.sums.b changes.
-- Locks public.sums, public.more_sums (ACCESS EXCLUSIVE).
ALTER TABLE public.sums DROP CONSTRAINT other;

-- Drops table constraint v_ok ON public.bases, because table column public.kids.w changes.
-- Locks public.bases, public.kids (ACCESS EXCLUSIVE).
ALTER TABLE public.bases DROP CONSTRAINT v_ok;

-- Alters table column public.kids.w.
-- Locks public.kids (ACCESS EXCLUSIVE).
ALTER TABLE public.kids ALTER COLUMN w SET EXPRESSION AS ((v * 3));

-- Recreates table constraint v_ok ON public.bases, because table column public.kids.w changes.
-- Locks public.bases, public.kids (ACCESS EXCLUSIVE). Scans public.bases and public.kids.
-- Hazard A202: reads all of public.bases under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.bases violates v_ok.
ALTER TABLE public.bases ADD CONSTRAINT v_ok CHECK ((v > 0));

-- Alters table column public.sums.b.
-- Locks public.sums, public.more_sums (ACCESS EXCLUSIVE).
ALTER TABLE public.sums ALTER COLUMN b SET EXPRESSION AS ((a * 3));

-- Recreates table constraint d_ok ON public.more_sums, because table column public.sums.b changes.
-- Locks public.more_sums (ACCESS EXCLUSIVE). Scans public.more_sums.
-- Hazard A202: reads all of public.more_sums under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.more_sums violates d_ok.
ALTER TABLE public.more_sums ADD CONSTRAINT d_ok CHECK ((d > 0));

-- Creates table constraint added ON public.sums.
-- Locks public.sums, public.more_sums (ACCESS EXCLUSIVE). Scans public.sums and public.more_sums.
-- Hazard A202: reads all of public.sums under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.sums violates added.
ALTER TABLE public.sums ADD CONSTRAINT added CHECK ((a < 9));

-- Recreates table constraint b_ok ON public.sums, because table column public.sums.b changes.
-- Locks public.sums, public.more_sums (ACCESS EXCLUSIVE). Scans public.sums and public.more_sums.
-- Hazard A202: reads all of public.sums under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.sums violates b_ok.
ALTER TABLE public.sums ADD CONSTRAINT b_ok CHECK ((b >= 0));

-- Sets the comment of table constraint b_ok ON public.sums.
COMMENT ON CONSTRAINT b_ok ON public.sums IS 'never below';

-- Recreates table constraint c_ok ON public.sums, because table column public.sums.b changes.
-- Locks public.sums, public.more_sums (ACCESS EXCLUSIVE). Scans public.sums and public.more_sums.
-- Hazard A202: reads all of public.sums under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.sums violates c_ok.
ALTER TABLE public.sums ADD CONSTRAINT c_ok CHECK ((c >= 0));

-- Recreates table constraint other ON public.sums, because table column public.sums.b changes.
-- Locks public.sums, public.more_sums (ACCESS EXCLUSIVE). Scans public.sums and public.more_sums.
-- Hazard A202: reads all of public.sums under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.sums violates other.
ALTER TABLE public.sums ADD CONSTRAINT other CHECK ((id > 1));

-- Alters table column public.told.b.
-- Locks public.told (ACCESS EXCLUSIVE).
ALTER TABLE public.told ALTER COLUMN b SET EXPRESSION AS ((a * 3));

-- Recreates view public.doubled, because table column public.sums.b changes.
CREATE VIEW public.doubled AS
 SELECT id,
    b
   FROM public.sums;

-- Adds table public.told to publication feed.
-- Hazard C409: changes what publication feed publishes.
ALTER PUBLICATION feed ADD TABLE ONLY public.told;
