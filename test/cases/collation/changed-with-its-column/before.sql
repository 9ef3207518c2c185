CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'und');
CREATE TABLE readers (name text COLLATE caseless, code text COLLATE caseless, city text);
