CREATE TYPE place AS (lat float8, lon float8);
CREATE TYPE person AS (first text, last text);
CREATE TABLE house (id int PRIMARY KEY, at place NOT NULL, owner person);
