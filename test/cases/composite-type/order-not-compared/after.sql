-- The order of attributes is not compared, as that of columns: a new one goes to the end.
CREATE TYPE place AS (lon float8, lat float8);
CREATE TYPE person AS (first text, middle text, last text);
CREATE TABLE house (id int PRIMARY KEY, at place NOT NULL, owner person);
