-- Columns that leave a changed collation, take another type or come to it at the same time.
CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'de');
CREATE TABLE readers (name text, code varchar(10) COLLATE caseless, city text COLLATE caseless);
