-- Undo: lossless

-- Drops index public.copies_a, because enum public.state changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.copies_a, which queries on public.copies may use.
DROP INDEX public.copies_a;

-- Drops index public.copies_f, because function public.is_a(public.state) changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.copies_f, which queries on public.copies may use.
DROP INDEX public.copies_f;

-- Drops table column public.copies.g, because enum public.state changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE public.copies DROP COLUMN g;

-- Drops domain constraint known_state_check ON DOMAIN public.known_state, because enum public.state changes.
ALTER DOMAIN public.known_state DROP CONSTRAINT known_state_check;

-- Renames domain public.known_state, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.known_state fail until they reconnect.
ALTER DOMAIN public.known_state RENAME TO known_state__before;

-- Drops function public.is_a(public.state), because enum public.state changes.
-- Hazard C402: callers of public.is_a(public.state) fail.
DROP FUNCTION public.is_a(public.state);

-- Renames enum public.state, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.state fail until they reconnect.
ALTER TYPE public.state RENAME TO state__before;

-- Creates enum public.state.
CREATE TYPE public.state AS ENUM (
    'a',
    'b'
);

-- Creates domain public.known_state, because enum public.state changes.
CREATE DOMAIN public.known_state AS public.state
    CONSTRAINT known_state_check CHECK ((VALUE <> 'b'::public.state));

-- Changes the type of table column public.copies.s to the recreated public.state.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies: the type of column s becomes the recreated public.state.
-- Hazard F304: fails if a value of public.copies.s is c, which public.state no longer has.
ALTER TABLE public.copies ALTER COLUMN s TYPE public.state USING s::text::public.state;

-- Recreates table column public.copies.g, because enum public.state changes.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies to fill column g.
ALTER TABLE public.copies ADD COLUMN g boolean GENERATED ALWAYS AS ((s = 'a'::public.state)) STORED;

-- Recreates index public.copies_a, because enum public.state changes.
-- Locks public.copies (SHARE). Builds an index over public.copies.
-- Hazard A203: blocks writes to public.copies while the index is built.
CREATE INDEX copies_a ON public.copies USING btree (id) WHERE (s = 'a'::public.state);

-- Changes the type of table column public.loans.k to the recreated public.known_state.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans: the type of column k becomes the recreated public.known_state.
-- Hazard F304: fails if a value of public.loans.k is c, which public.state no longer has.
ALTER TABLE public.loans ALTER COLUMN k TYPE public.known_state USING k::text::public.state::public.known_state;

-- Drops the former domain public.known_state, which no object uses any more.
DROP DOMAIN public.known_state__before;

-- Drops the former enum public.state, which no object uses any more.
DROP TYPE public.state__before;

-- Recreates function public.is_a(public.state), because enum public.state changes.
CREATE FUNCTION public.is_a(s public.state)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT s = 'a' $function$;

-- Recreates index public.copies_f, because function public.is_a(public.state) changes.
-- Locks public.copies (SHARE). Builds an index over public.copies.
-- Hazard A203: blocks writes to public.copies while the index is built.
CREATE INDEX copies_f ON public.copies USING btree (public.is_a(s));
