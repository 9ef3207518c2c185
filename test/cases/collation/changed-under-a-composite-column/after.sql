-- A collation of a composite type that a column stores is changed in steps.
CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'de');
CREATE TYPE contact AS (email text COLLATE caseless);
CREATE TABLE readers (contact contact);
