-- Undo: loses data:
--   values of public.days.mood that the new public.mood lacks

-- Moves public.mood aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.mood fail until they reconnect.
ALTER TYPE public.mood RENAME TO mood__before;

-- Creates enum public.mood.
CREATE TYPE public.mood AS ENUM (
    'glad',
    'sad'
);

-- public.days.mood follows the new public.mood.
-- Locks public.days (ACCESS EXCLUSIVE). Rewrites public.days. Loses values of public.days.mood that the new
--   public.mood lacks.
-- Hazard A201, blocking: rewrites table public.days to follow type public.mood.
-- Hazard F304: fails if a value of public.days.mood does not exist in the new type.
ALTER TABLE public.days ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;

-- Drops the former public.mood, now unused.
DROP TYPE public.mood__before;
