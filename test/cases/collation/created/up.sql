-- Undo: lossless

-- Creates collation library."By code point".
CREATE COLLATION library."By code point" (PROVIDER = builtin, LOCALE = 'C.UTF-8');

-- Creates collation library."numeric".
CREATE COLLATION library."numeric" (PROVIDER = icu, LOCALE = 'en-u-kn', RULES = '&V << w <<< W');

-- Creates collation library.bytewise.
CREATE COLLATION library.bytewise (PROVIDER = libc, LOCALE = 'C');

-- Creates collation library.caseless.
CREATE COLLATION library.caseless (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);

-- Changes the owner of collation library.caseless to keeper.
ALTER COLLATION library.caseless OWNER TO keeper;

-- Sets the comment of collation library.caseless.
COMMENT ON COLLATION library.caseless IS 'Ada equals ADA';

-- Creates collation library.mixed.
CREATE COLLATION library.mixed (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'POSIX');

-- Creates table library.readers.
CREATE TABLE library.readers (
    id bigint NOT NULL,
    email text COLLATE library.caseless,
    shelf text,
    CONSTRAINT readers_email_key UNIQUE (email),
    CONSTRAINT readers_pkey PRIMARY KEY (id)
);

-- Creates index library.readers_by_shelf.
CREATE INDEX readers_by_shelf ON library.readers USING btree (shelf COLLATE library."numeric");
