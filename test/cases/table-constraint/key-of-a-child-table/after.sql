-- The primary key of a child table on a column whose NOT NULL is inherited: in CREATE TABLE it would declare another one.
CREATE TABLE templates (id integer NOT NULL, name text);
CREATE TABLE letters () INHERITS (templates);
ALTER TABLE letters ADD PRIMARY KEY (id);
CREATE TABLE cards (PRIMARY KEY (id)) INHERITS (templates);
CREATE TABLE notes (extra integer) INHERITS (templates);
ALTER TABLE notes ADD PRIMARY KEY (id, extra);
CREATE TABLE labels (text text, CONSTRAINT given NOT NULL id) INHERITS (templates);
