-- Removes the security label of provider anon from COLUMN public.shelves.name.
-- Hazard S511: changes the security label of provider anon on COLUMN public.shelves.name.
SECURITY LABEL FOR anon ON COLUMN public.shelves.name IS NULL;

-- Removes the security label of provider guard from COLUMN public.shelves.name.
-- Hazard S511: changes the security label of provider guard on COLUMN public.shelves.name.
SECURITY LABEL FOR guard ON COLUMN public.shelves.name IS NULL;

-- Removes the security label of provider guard from TABLE public.shelves.
-- Hazard S511: changes the security label of provider guard on TABLE public.shelves.
SECURITY LABEL FOR guard ON TABLE public.shelves IS NULL;

-- Drops publication news.
-- Hazard C409: subscriptions to publication news receive no further changes, or stop with an error.
DROP PUBLICATION news;

-- Drops view app."Some of".
-- Locks app."Some of" (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app."Some of" fail.
DROP VIEW app."Some of";

-- Drops domain app.size.
DROP DOMAIN app.size;

-- Drops function app.one(integer).
-- Hazard C402: callers of app.one(integer) fail.
DROP FUNCTION app.one(integer);

-- Drops schema app.
-- Hazard D103: drops schema app.
DROP SCHEMA app;
