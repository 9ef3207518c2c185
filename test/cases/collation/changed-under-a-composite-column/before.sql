CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'und');
CREATE TYPE contact AS (email text COLLATE caseless);
CREATE TABLE readers (contact contact);
