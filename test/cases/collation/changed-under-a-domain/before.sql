CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'und');
CREATE DOMAIN email AS text COLLATE caseless CHECK (VALUE <> '');
CREATE TYPE contact AS (email text COLLATE caseless);
