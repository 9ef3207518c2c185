-- Undo: lossless

-- Creates schema app.
CREATE SCHEMA app;

-- Sets the security label of provider guard on SCHEMA app.
-- Hazard S511: changes the security label of provider guard on SCHEMA app.
SECURITY LABEL FOR guard ON SCHEMA app IS 'open';

-- Creates domain app.size.
CREATE DOMAIN app.size AS integer;

-- Sets the security label of provider guard on DOMAIN app.size.
-- Hazard S511: changes the security label of provider guard on DOMAIN app.size.
SECURITY LABEL FOR guard ON DOMAIN app.size IS 'open';

-- Sets the security label of provider anon on COLUMN public.shelves.name.
-- Hazard S511: changes the security label of provider anon on COLUMN public.shelves.name.
SECURITY LABEL FOR anon ON COLUMN public.shelves.name IS 'MASKED WITH VALUE NULL';

-- Sets the security label of provider guard on COLUMN public.shelves.name.
-- Hazard S511: changes the security label of provider guard on COLUMN public.shelves.name.
SECURITY LABEL FOR guard ON COLUMN public.shelves.name IS 'it''s; secret';

-- Sets the security label of provider guard on TABLE public.shelves.
-- Hazard S511: changes the security label of provider guard on TABLE public.shelves.
SECURITY LABEL FOR guard ON TABLE public.shelves IS 'secret';

-- Creates view app."Some of".
CREATE VIEW app."Some of" AS
 SELECT id AS "the id"
   FROM public.shelves;

-- Sets the security label of provider guard on COLUMN app."Some of"."the id".
-- Hazard S511: changes the security label of provider guard on COLUMN app."Some of"."the id".
SECURITY LABEL FOR guard ON COLUMN app."Some of"."the id" IS 'open';

-- Sets the security label of provider guard on VIEW app."Some of".
-- Hazard S511: changes the security label of provider guard on VIEW app."Some of".
SECURITY LABEL FOR guard ON VIEW app."Some of" IS 'open';

-- Creates publication news.
CREATE PUBLICATION news;

-- Sets the security label of provider guard on PUBLICATION news.
-- Hazard S511: changes the security label of provider guard on PUBLICATION news.
SECURITY LABEL FOR guard ON PUBLICATION news IS 'open';

-- Creates function app.one(integer).
CREATE FUNCTION app.one(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- Sets the security label of provider guard on FUNCTION app.one(integer).
-- Hazard S511: changes the security label of provider guard on FUNCTION app.one(integer).
SECURITY LABEL FOR guard ON FUNCTION app.one(integer) IS 'open';
