-- Drops materialized view public.three.
-- Locks public.three (ACCESS EXCLUSIVE).
-- Hazard A209: blocks reads of materialized view public.three until it is recreated.
DROP MATERIALIZED VIEW public.three;

-- Drops view public.four.
-- Locks public.four (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.four fail.
DROP VIEW public.four;

-- Drops table public.six.
-- Locks public.six (ACCESS EXCLUSIVE). Loses the rows of table public.six.
-- Hazard D101, blocking: drops table public.six with its rows.
DROP TABLE public.six;

-- Drops table public.two.
-- Locks public.two (ACCESS EXCLUSIVE). Loses the rows of table public.two.
-- Hazard D101, blocking: drops table public.two with its rows.
DROP TABLE public.two;

-- Drops composite type public.one.
DROP TYPE public.one;

-- Creates enum public.two.
CREATE TYPE public.two AS ENUM (
    'a'
);

-- Creates sequence public.four.
CREATE SEQUENCE public.four;

-- Creates index public.six.
-- Locks public.keeping (SHARE). Builds an index over public.keeping.
-- Hazard A203: blocks writes to public.keeping while the index is built.
CREATE INDEX six ON public.keeping USING btree (id);

-- Creates table public.one.
CREATE TABLE public.one (
    id bigint NOT NULL,
    CONSTRAINT one_pkey PRIMARY KEY (id)
);

-- Creates view public.three.
CREATE VIEW public.three AS
 SELECT 1 AS n;

-- Drops procedure public.five().
-- Hazard C402: callers of public.five() fail.
DROP PROCEDURE public.five();

-- Creates function public.five().
CREATE FUNCTION public.five()
 RETURNS void
 LANGUAGE sql
AS $function$ SELECT $function$;
