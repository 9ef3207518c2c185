CREATE TABLE people (id integer);
CREATE TABLE foes (since date) INHERITS (people);
