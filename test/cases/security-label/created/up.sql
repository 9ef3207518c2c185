-- Undo: lossless

-- Creates schema app.
CREATE SCHEMA app;

-- Labels SCHEMA app for guard.
-- Hazard S511: changes what guard is told of SCHEMA app.
SECURITY LABEL FOR guard ON SCHEMA app IS 'open';

-- Creates domain app.size.
CREATE DOMAIN app.size AS integer;

-- Labels DOMAIN app.size for guard.
-- Hazard S511: changes what guard is told of DOMAIN app.size.
SECURITY LABEL FOR guard ON DOMAIN app.size IS 'open';

-- Labels COLUMN public.shelves.name for anon.
-- Hazard S511: changes what anon is told of COLUMN public.shelves.name.
SECURITY LABEL FOR anon ON COLUMN public.shelves.name IS 'MASKED WITH VALUE NULL';

-- Labels COLUMN public.shelves.name for guard.
-- Hazard S511: changes what guard is told of COLUMN public.shelves.name.
SECURITY LABEL FOR guard ON COLUMN public.shelves.name IS 'it''s; secret';

-- Labels TABLE public.shelves for guard.
-- Hazard S511: changes what guard is told of TABLE public.shelves.
SECURITY LABEL FOR guard ON TABLE public.shelves IS 'secret';

-- Creates view app."Some of".
CREATE VIEW app."Some of" AS
 SELECT id AS "the id"
   FROM public.shelves;

-- Labels COLUMN app."Some of"."the id" for guard.
-- Hazard S511: changes what guard is told of COLUMN app."Some of"."the id".
SECURITY LABEL FOR guard ON COLUMN app."Some of"."the id" IS 'open';

-- Labels VIEW app."Some of" for guard.
-- Hazard S511: changes what guard is told of VIEW app."Some of".
SECURITY LABEL FOR guard ON VIEW app."Some of" IS 'open';

-- Creates publication news.
CREATE PUBLICATION news;

-- Labels PUBLICATION news for guard.
-- Hazard S511: changes what guard is told of PUBLICATION news.
SECURITY LABEL FOR guard ON PUBLICATION news IS 'open';

-- Creates function app.one(integer).
CREATE FUNCTION app.one(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- Labels FUNCTION app.one(integer) for guard.
-- Hazard S511: changes what guard is told of FUNCTION app.one(integer).
SECURITY LABEL FOR guard ON FUNCTION app.one(integer) IS 'open';
