-- Renames enum public.condition, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.condition fail until they reconnect.
ALTER TYPE public.condition RENAME TO condition__before;

-- Creates enum public.condition.
CREATE TYPE public.condition AS ENUM (
    'new',
    'worn'
);

-- Changes the type of table column public.copies.condition to the recreated public.condition.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies: the type of column condition becomes the recreated public.condition.
-- Hazard F304: fails if a value of public.copies.condition is good, lost, which public.condition no longer has.
ALTER TABLE public.copies ALTER COLUMN condition TYPE public.condition USING condition::text::public.condition;

-- Drops the former enum public.condition, which no object uses any more.
DROP TYPE public.condition__before;
