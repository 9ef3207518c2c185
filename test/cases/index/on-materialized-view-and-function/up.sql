-- Undo: lossless

-- Creates function public.slug(text).
CREATE FUNCTION public.slug(title text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT lower(title) $function$;

-- Creates materialized view public.titles.
CREATE MATERIALIZED VIEW public.titles AS
 SELECT DISTINCT title
   FROM public.books
  WITH DATA;

-- Creates index public.titles_slug.
CREATE UNIQUE INDEX titles_slug ON public.titles USING btree (public.slug(title));
