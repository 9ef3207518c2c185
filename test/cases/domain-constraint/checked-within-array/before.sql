CREATE DOMAIN digits AS text CONSTRAINT digits_only CHECK (VALUE ~ '^[0-9]+$');
CREATE TYPE phone AS (country digits, number digits);
CREATE TABLE person (id int PRIMARY KEY, plain digits, several digits[], main phone);
