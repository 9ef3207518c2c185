CREATE TABLE people (id integer NOT NULL);
CREATE TABLE friends (since date) INHERITS (people);
