-- Moves public.condition aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.condition fail until they reconnect.
ALTER TYPE public.condition RENAME TO condition__before;

-- Creates enum public.condition.
CREATE TYPE public.condition AS ENUM (
    'new',
    'worn'
);

-- public.copies.condition follows the new public.condition.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies. Loses values of public.copies.condition that the
--   new public.condition lacks.
-- Hazard A201, blocking: rewrites table public.copies to follow type public.condition.
-- Hazard F304: fails if a value of public.copies.condition does not exist in the new type.
ALTER TABLE public.copies ALTER COLUMN condition TYPE public.condition USING condition::text::public.condition;

-- Drops the former public.condition, now unused.
DROP TYPE public.condition__before;
