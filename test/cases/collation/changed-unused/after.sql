-- A collation that nothing uses is dropped and made anew: PostgreSQL can't alter its locale, provider, determinism or rules.
CREATE COLLATION a (PROVIDER = icu, LOCALE = 'sv');
CREATE COLLATION b (PROVIDER = libc, LOCALE = 'POSIX');
CREATE COLLATION c (PROVIDER = icu, LOCALE = 'de', DETERMINISTIC = false, RULES = '&a < g');
CREATE COLLATION d (PROVIDER = libc, LC_COLLATE = 'POSIX', LC_CTYPE = 'C');
COMMENT ON COLLATION a IS 'Stays';
