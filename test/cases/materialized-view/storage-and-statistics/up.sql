-- Undo: lossless

-- Alters materialized view public.lines.
ALTER MATERIALIZED VIEW public.lines SET (toast.autovacuum_enabled = false);

-- Alters materialized view public.lines.
-- Locks public.lines (ACCESS EXCLUSIVE).
ALTER MATERIALIZED VIEW public.lines ALTER COLUMN line SET STORAGE DEFAULT;

-- Alters materialized view public.lines.
-- Locks public.lines (ACCESS EXCLUSIVE).
ALTER MATERIALIZED VIEW public.lines ALTER COLUMN line SET COMPRESSION pglz;

-- Alters materialized view public.lines.
ALTER MATERIALIZED VIEW public.lines ALTER COLUMN size SET STATISTICS 20;

-- Alters materialized view public.lines.
ALTER MATERIALIZED VIEW public.lines ALTER COLUMN size SET (n_distinct = 20);

-- Alters index public.lines_by_size.
ALTER TABLE public.lines CLUSTER ON lines_by_size;

-- Creates materialized view public.more.
CREATE MATERIALIZED VIEW public.more AS
 SELECT line
   FROM public.log
  WITH NO DATA;

-- Sets properties of materialized view public.more that its CREATE statement can't set.
ALTER MATERIALIZED VIEW public.more ALTER COLUMN line SET STORAGE EXTERNAL;
