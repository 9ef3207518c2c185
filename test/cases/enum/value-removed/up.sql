-- Undo: lossless

-- Drops view public.worn_copies, because enum public.condition changes.
-- Locks public.worn_copies (ACCESS EXCLUSIVE).
DROP VIEW public.worn_copies;

-- Drops table constraint lendable ON public.copies, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE public.copies DROP CONSTRAINT lendable;

-- Drops default value public.copies.condition, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN condition DROP DEFAULT;

-- Drops default value public.copies.history, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN history DROP DEFAULT;

-- Renames enum public.condition, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.condition fail until they reconnect.
ALTER TYPE public.condition RENAME TO condition__before;

-- Creates enum public.condition.
CREATE TYPE public.condition AS ENUM (
    'new',
    'good',
    'worn'
);

-- Changes the type of table column public.copies.condition to the recreated public.condition.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies: the type of column condition becomes the recreated public.condition.
-- Hazard F304: fails if a value of public.copies.condition is lost, which public.condition no longer has.
ALTER TABLE public.copies ALTER COLUMN condition TYPE public.condition USING condition::text::public.condition;

-- Changes the type of table column public.copies.history to the recreated public.condition.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies: the type of column history becomes the recreated public.condition.
-- Hazard F304: fails if a value of public.copies.history is lost, which public.condition no longer has.
ALTER TABLE public.copies ALTER COLUMN history TYPE public.condition[] USING history::text[]::public.condition[];

-- Recreates default value public.copies.condition, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN condition SET DEFAULT 'new'::public.condition;

-- Recreates default value public.copies.history, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN history SET DEFAULT '{}'::public.condition[];

-- Recreates table constraint lendable ON public.copies, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE). Scans public.copies.
-- Hazard A202: reads all of public.copies under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.copies violates lendable.
ALTER TABLE public.copies ADD CONSTRAINT lendable CHECK (((condition <> 'worn'::public.condition) OR (id > 0)));

-- Recreates view public.worn_copies, because enum public.condition changes.
CREATE VIEW public.worn_copies AS
 SELECT id,
    history
   FROM public.copies
  WHERE (condition = 'worn'::public.condition);

-- Drops the former enum public.condition, which no object uses any more.
DROP TYPE public.condition__before;
