-- Undo: lossless

-- Drops collation public.a.
DROP COLLATION public.a;

-- Drops collation public.b.
DROP COLLATION public.b;

-- Drops collation public.c.
DROP COLLATION public.c;

-- Drops collation public.d.
DROP COLLATION public.d;

-- Recreates collation public.a.
CREATE COLLATION public.a (PROVIDER = icu, LOCALE = 'sv');

-- Sets the comment of collation public.a.
COMMENT ON COLLATION public.a IS 'Stays';

-- Recreates collation public.b.
CREATE COLLATION public.b (PROVIDER = libc, LOCALE = 'POSIX');

-- Recreates collation public.c.
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de', DETERMINISTIC = false, RULES = '&a < g');

-- Recreates collation public.d.
CREATE COLLATION public.d (PROVIDER = libc, LC_COLLATE = 'POSIX', LC_CTYPE = 'C');
