-- Drops materialized view public.more.
-- Locks public.more (ACCESS EXCLUSIVE).
-- Hazard A209: blocks reads of materialized view public.more until it is recreated.
DROP MATERIALIZED VIEW public.more;

-- Alters materialized view public.lines.
ALTER MATERIALIZED VIEW public.lines RESET (toast.autovacuum_enabled);

-- Alters materialized view public.lines.
-- Locks public.lines (ACCESS EXCLUSIVE).
ALTER MATERIALIZED VIEW public.lines ALTER COLUMN line SET STORAGE EXTERNAL;

-- Alters materialized view public.lines.
-- Locks public.lines (ACCESS EXCLUSIVE).
ALTER MATERIALIZED VIEW public.lines ALTER COLUMN line SET COMPRESSION default;

-- Alters materialized view public.lines.
ALTER MATERIALIZED VIEW public.lines ALTER COLUMN size SET STATISTICS -1;

-- Alters materialized view public.lines.
ALTER MATERIALIZED VIEW public.lines ALTER COLUMN size RESET (n_distinct);

-- Alters index public.lines_by_size.
ALTER TABLE public.lines SET WITHOUT CLUSTER;
