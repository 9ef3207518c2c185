-- Creates function public.slug(text).
CREATE FUNCTION public.slug(title text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT lower(title) $function$;

-- Creates default value public.books.title.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.books ALTER COLUMN title SET DEFAULT public.slug('Untitled'::text);

-- Creates index public.books_slug.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
CREATE INDEX books_slug ON public.books USING btree (public.slug(title));
