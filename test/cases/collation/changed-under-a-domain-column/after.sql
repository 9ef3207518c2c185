-- A collation of a domain that a column stores is changed in steps.
CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'de');
CREATE DOMAIN email AS text COLLATE caseless;
CREATE TABLE readers (email email);
