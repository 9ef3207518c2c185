-- Drops collation public.a.
DROP COLLATION public.a;

-- Drops collation public.b.
DROP COLLATION public.b;

-- Drops collation public.c.
DROP COLLATION public.c;

-- Drops collation public.d.
DROP COLLATION public.d;

-- Recreates collation public.a.
CREATE COLLATION public.a (PROVIDER = icu, LOCALE = 'de');

-- Sets the comment of collation public.a.
COMMENT ON COLLATION public.a IS 'Stays';

-- Recreates collation public.b.
CREATE COLLATION public.b (PROVIDER = icu, LOCALE = 'de');

-- Recreates collation public.c.
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de');

-- Recreates collation public.d.
CREATE COLLATION public.d (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'POSIX');
