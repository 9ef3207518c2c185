-- Undo: lossless

-- Renames enum public."色色色色色色色色色色色色色色色色色色色色色", which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public."色色色色色色色色色色色色色色色色色色色色色" fail until they reconnect.
ALTER TYPE public."色色色色色色色色色色色色色色色色色色色色色" RENAME TO "色色色色色色色色色色色色色色色色色色__before";

-- Creates enum public."色色色色色色色色色色色色色色色色色色色色色".
CREATE TYPE public."色色色色色色色色色色色色色色色色色色色色色" AS ENUM (
    'a'
);

-- Changes the type of table column public.copies.c to the recreated public."色色色色色色色色色色色色色色色色色色色色色".
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies: the type of column c becomes the recreated public."色色色色色色色色色色色色色色色色色色色色色".
-- Hazard F304: fails if a value of public.copies.c is b, which public."色色色色色色色色色色色色色色色色色色色色色" no longer has.
ALTER TABLE public.copies ALTER COLUMN c TYPE public."色色色色色色色色色色色色色色色色色色色色色" USING c::text::public."色色色色色色色色色色色色色色色色色色色色色";

-- Drops the former enum public."色色色色色色色色色色色色色色色色色色色色色", which no object uses any more.
DROP TYPE public."色色色色色色色色色色色色色色色色色色__before";
