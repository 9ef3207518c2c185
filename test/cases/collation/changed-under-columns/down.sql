-- Drops view public.names, because collation public.caseless changes.
-- Locks public.names (ACCESS EXCLUSIVE).
DROP VIEW public.names;

-- Drops index public.readers_by_city, because collation public.caseless changes.
-- Locks public.readers (ACCESS EXCLUSIVE).
DROP INDEX public.readers_by_city;

-- Drops index public.readers_by_name, because collation public.caseless changes.
-- Locks public.readers (ACCESS EXCLUSIVE).
DROP INDEX public.readers_by_name;

-- Drops table constraint loans_reader_fkey ON public.loans, because table constraint readers_pkey ON public.readers
--   changes.
-- Locks public.loans, public.readers (ACCESS EXCLUSIVE).
ALTER TABLE public.loans DROP CONSTRAINT loans_reader_fkey;

-- Drops table constraint named ON public.readers, because collation public.caseless changes.
-- Locks public.readers (ACCESS EXCLUSIVE).
ALTER TABLE public.readers DROP CONSTRAINT named;

-- Drops table constraint readers_pkey ON public.readers, because collation public.caseless changes.
-- Locks public.readers (ACCESS EXCLUSIVE).
ALTER TABLE public.readers DROP CONSTRAINT readers_pkey;

-- Drops table column public.readers.lowered, because collation public.caseless changes.
-- Locks public.readers (ACCESS EXCLUSIVE).
ALTER TABLE public.readers DROP COLUMN lowered;

-- Renames collation public.caseless, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.caseless fail until they reconnect.
ALTER COLLATION public.caseless RENAME TO caseless__before;

-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'und');

-- Changes the collation of table column public.loans.reader to the recreated public.caseless.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.loans.reader fail once.
ALTER TABLE public.loans ALTER COLUMN reader TYPE text COLLATE public.caseless;

-- Changes the collation of table column public.readers.email to the recreated public.caseless.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.email fail once.
ALTER TABLE public.readers ALTER COLUMN email TYPE text COLLATE public.caseless;

-- Changes the collation of table column public.readers.name to the recreated public.caseless.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.name fail once.
ALTER TABLE public.readers ALTER COLUMN name TYPE character varying(80) COLLATE public.caseless;

-- Changes the collation of table column public.readers.nicknames to the recreated public.caseless.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.nicknames fail once.
ALTER TABLE public.readers ALTER COLUMN nicknames TYPE text[] COLLATE public.caseless;

-- Recreates table column public.readers.lowered, because collation public.caseless changes.
-- Locks public.readers (ACCESS EXCLUSIVE). Rewrites public.readers. Loses the place of column lowered among the
--   columns of public.readers.
-- Hazard C414: column lowered becomes the last column of public.readers: INSERT without column names, SELECT * and values of its row type see another order.
-- Hazard A201, blocking: rewrites table public.readers to fill column lowered.
ALTER TABLE public.readers ADD COLUMN lowered text COLLATE public.caseless GENERATED ALWAYS AS (lower((name)::text)) STORED;

-- Recreates table constraint named ON public.readers, because collation public.caseless changes.
-- Locks public.readers (ACCESS EXCLUSIVE). Scans public.readers.
-- Hazard A202: reads all of public.readers under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.readers violates named.
ALTER TABLE public.readers ADD CONSTRAINT named CHECK (((name)::text <> ''::text));

-- Recreates table constraint readers_pkey ON public.readers, because collation public.caseless changes.
-- Locks public.readers (ACCESS EXCLUSIVE). Builds an index over public.readers.
-- Hazard A203: builds an index on public.readers under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.readers contains duplicates.
ALTER TABLE public.readers ADD CONSTRAINT readers_pkey PRIMARY KEY (email);

-- Recreates table constraint loans_reader_fkey ON public.loans, because table constraint readers_pkey ON
--   public.readers changes.
-- Locks public.loans, public.readers (SHARE ROW EXCLUSIVE). Scans public.loans.
-- Hazard A205: blocks writes to public.loans and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.loans has no matching row in the referenced table.
ALTER TABLE public.loans ADD CONSTRAINT loans_reader_fkey FOREIGN KEY (reader) REFERENCES public.readers(email);

-- Recreates index public.readers_by_city, because collation public.caseless changes.
-- Locks public.readers (SHARE). Builds an index over public.readers.
-- Hazard A203: blocks writes to public.readers while the index is built.
CREATE INDEX readers_by_city ON public.readers USING btree (city COLLATE public.caseless);

-- Recreates index public.readers_by_name, because collation public.caseless changes.
-- Locks public.readers (SHARE). Builds an index over public.readers.
-- Hazard A203: blocks writes to public.readers while the index is built.
CREATE INDEX readers_by_name ON public.readers USING btree (name);

-- Recreates view public.names, because collation public.caseless changes.
CREATE VIEW public.names AS
 SELECT name,
    (city COLLATE public.caseless) AS city
   FROM public.readers;

-- Sets the comment of view public.names.
COMMENT ON VIEW public.names IS 'Sorted';

-- Drops the former collation public.caseless, which no object uses any more.
DROP COLLATION public.caseless__before;
