-- Undo: loses data:
--   values of public.copies.condition that the new public.condition lacks
--   values of public.copies.history that the new public.condition lacks

-- Drops view public.worn_copies, because enum public.condition changes.
-- Locks public.worn_copies (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.worn_copies fail.
DROP VIEW public.worn_copies;

-- Drops table constraint lendable ON public.copies, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
-- Hazard C408: public.copies no longer enforces lendable.
ALTER TABLE public.copies DROP CONSTRAINT lendable;

-- Drops default value public.copies.condition, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN condition DROP DEFAULT;

-- Drops default value public.copies.history, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN history DROP DEFAULT;

-- Moves public.condition aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.condition fail until they reconnect.
ALTER TYPE public.condition RENAME TO condition__before;

-- Creates enum public.condition.
CREATE TYPE public.condition AS ENUM (
    'new',
    'good',
    'worn'
);

-- public.copies.condition follows the new public.condition.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies. Loses values of public.copies.condition that the
--   new public.condition lacks.
-- Hazard A201, blocking: rewrites table public.copies to follow type public.condition.
-- Hazard F304: fails if a value of public.copies.condition does not exist in the new type.
ALTER TABLE public.copies ALTER COLUMN condition TYPE public.condition USING condition::text::public.condition;

-- public.copies.history follows the new public.condition.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies. Loses values of public.copies.history that the
--   new public.condition lacks.
-- Hazard A201, blocking: rewrites table public.copies to follow type public.condition.
-- Hazard F304: fails if a value of public.copies.history does not exist in the new type.
ALTER TABLE public.copies ALTER COLUMN history TYPE public.condition[] USING history::text[]::public.condition[];

-- Makes again default value public.copies.condition, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN condition SET DEFAULT 'new'::public.condition;

-- Makes again default value public.copies.history, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN history SET DEFAULT '{}'::public.condition[];

-- Makes again table constraint lendable ON public.copies, because enum public.condition changes.
-- Locks public.copies (ACCESS EXCLUSIVE). Scans public.copies.
-- Hazard A202: reads all of public.copies under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.copies breaks lendable.
ALTER TABLE public.copies ADD CONSTRAINT lendable CHECK (((condition <> 'worn'::public.condition) OR (id > 0)));

-- Makes again view public.worn_copies, because enum public.condition changes.
CREATE VIEW public.worn_copies AS
 SELECT id,
    history
   FROM public.copies
  WHERE (condition = 'worn'::public.condition);

-- Drops the former public.condition, now unused.
DROP TYPE public.condition__before;
