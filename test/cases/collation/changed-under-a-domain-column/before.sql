CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'und');
CREATE DOMAIN email AS text COLLATE caseless;
CREATE TABLE readers (email email);
