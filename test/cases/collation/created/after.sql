-- A collation of each provider comes before the columns and indexes that use it, with its owner and comment.
CREATE SCHEMA library;
CREATE COLLATION library.caseless (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
CREATE COLLATION library.numeric (PROVIDER = icu, LOCALE = 'en-u-kn-true', RULES = '&V << w <<< W');
CREATE COLLATION library.bytewise (PROVIDER = libc, LOCALE = 'C');
CREATE COLLATION library.mixed (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'POSIX');
CREATE COLLATION library."By code point" (PROVIDER = builtin, LOCALE = 'C.UTF-8');
ALTER COLLATION library.caseless OWNER TO keeper;
COMMENT ON COLLATION library.caseless IS 'Ada equals ADA';
CREATE TABLE library.readers (
    id bigint PRIMARY KEY,
    email text COLLATE library.caseless UNIQUE,
    shelf text
);
CREATE INDEX readers_by_shelf ON library.readers (shelf COLLATE library.numeric);
