-- Domains and composite types that nothing stores are made anew with their collation.
CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'de');
CREATE DOMAIN email AS text COLLATE caseless CHECK (VALUE <> '');
CREATE TYPE contact AS (email text COLLATE caseless);
