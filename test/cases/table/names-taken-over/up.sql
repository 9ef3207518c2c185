-- Undo: loses data:
--   the rows of table public.one
--   the position of sequence public.four

-- Drops view public.three.
-- Locks public.three (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.three fail.
DROP VIEW public.three;

-- Drops index public.six.
-- Locks public.keeping (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.six, which queries on public.keeping may use.
DROP INDEX public.six;

-- Drops table public.one.
-- Locks public.one (ACCESS EXCLUSIVE). Loses the rows of table public.one.
-- Hazard D101, blocking: drops table public.one with its rows.
DROP TABLE public.one;

-- Drops sequence public.four.
-- Locks public.four (ACCESS EXCLUSIVE). Loses the position of sequence public.four.
-- Hazard D105, blocking: drops sequence public.four and its position.
DROP SEQUENCE public.four;

-- Drops enum public.two.
DROP TYPE public.two;

-- Creates composite type public.one.
CREATE TYPE public.one AS (
    id bigint
);

-- Creates table public.six.
CREATE TABLE public.six (
    id bigint
);

-- Creates table public.two.
CREATE TABLE public.two (
    id bigint NOT NULL,
    CONSTRAINT two_pkey PRIMARY KEY (id)
);

-- Creates view public.four.
CREATE VIEW public.four AS
 SELECT 2 AS n;

-- Creates materialized view public.three.
CREATE MATERIALIZED VIEW public.three AS
 SELECT 1 AS n
  WITH DATA;

-- Drops function public.five().
-- Hazard C402: callers of public.five() fail.
DROP FUNCTION public.five();

-- Creates procedure public.five().
CREATE PROCEDURE public.five()
 LANGUAGE sql
AS $procedure$ SELECT $procedure$;
