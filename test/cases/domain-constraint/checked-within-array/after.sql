-- PostgreSQL can't check the constraint of a domain within arrays and composite types: the columns change to a new domain.
CREATE DOMAIN digits AS text CONSTRAINT digits_only CHECK (VALUE ~ '^[0-9.]+$') CONSTRAINT digits_short CHECK (length(VALUE) < 30);
CREATE TYPE phone AS (country digits, number digits);
CREATE TABLE person (id int PRIMARY KEY, plain digits, several digits[], main phone);
