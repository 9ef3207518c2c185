CREATE TYPE person AS (id integer, name text);
CREATE TYPE company AS (id integer, name varchar(80), founded date);
CREATE TABLE customers OF person;
