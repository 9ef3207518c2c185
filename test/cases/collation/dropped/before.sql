CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
CREATE COLLATION unused (PROVIDER = libc, LOCALE = 'C');
CREATE TABLE readers (id bigint PRIMARY KEY, email text COLLATE caseless);
