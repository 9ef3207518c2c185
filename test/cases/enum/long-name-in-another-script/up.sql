-- Undo: loses data:
--   values of public.copies.c that the new public."色色色色色色色色色色色色色色色色色色色色色" lacks

-- Moves public."色色色色色色色色色色色色色色色色色色色色色" aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public."色色色色色色色色色色色色色色色色色色色色色" fail until they reconnect.
ALTER TYPE public."色色色色色色色色色色色色色色色色色色色色色" RENAME TO "色色色色色色色色色色色色色色色色色色__before";

-- Creates enum public."色色色色色色色色色色色色色色色色色色色色色".
CREATE TYPE public."色色色色色色色色色色色色色色色色色色色色色" AS ENUM (
    'a'
);

-- public.copies.c follows the new public."色色色色色色色色色色色色色色色色色色色色色".
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies. Loses values of public.copies.c that the new
--   public."色色色色色色色色色色色色色色色色色色色色色" lacks.
-- Hazard A201, blocking: rewrites table public.copies to follow type public."色色色色色色色色色色色色色色色色色色色色色".
-- Hazard F304: fails if a value of public.copies.c does not exist in the new type.
ALTER TABLE public.copies ALTER COLUMN c TYPE public."色色色色色色色色色色色色色色色色色色色色色" USING c::text::public."色色色色色色色色色色色色色色色色色色色色色";

-- Drops the former public."色色色色色色色色色色色色色色色色色色色色色", now unused.
DROP TYPE public."色色色色色色色色色色色色色色色色色色__before";
