-- A collation of a composite type that a column stores is changed: both step aside, and the column follows.
CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'de');
CREATE TYPE contact AS (email text COLLATE caseless);
CREATE TABLE readers (contact contact);
