-- Undo: lossless

-- Renames enum public.mood, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.mood fail until they reconnect.
ALTER TYPE public.mood RENAME TO mood__before;

-- Creates enum public.mood.
CREATE TYPE public.mood AS ENUM (
    'glad',
    'sad'
);

-- Changes the type of table column public.days.mood to the recreated public.mood.
-- Locks public.days, public.days_1 (ACCESS EXCLUSIVE). Rewrites public.days and public.days_1.
-- Hazard A201, blocking: rewrites table public.days: the type of column mood becomes the recreated public.mood.
-- Hazard F304: fails if a value of public.days.mood is numb, which public.mood no longer has.
ALTER TABLE public.days ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;

-- Drops the former enum public.mood, which no object uses any more.
DROP TYPE public.mood__before;
