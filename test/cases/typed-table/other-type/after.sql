-- A typed table changes to another type.
CREATE TYPE person AS (id integer, name text);
CREATE TYPE company AS (id integer, name varchar(80), founded date);
CREATE TABLE customers OF company;
