-- A composite type that a column stores moves aside with its collation.
CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'de');
CREATE TYPE contact AS (email text COLLATE caseless);
CREATE TABLE readers (contact contact);
