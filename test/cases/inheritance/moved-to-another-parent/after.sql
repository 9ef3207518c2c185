-- A child table changes its parent, and its NOT NULL its name.
CREATE TABLE people (name text);
CREATE TABLE beings (id integer NOT NULL);
CREATE TABLE friends (since date) INHERITS (beings);
