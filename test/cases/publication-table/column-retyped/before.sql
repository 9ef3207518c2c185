CREATE TABLE loans (id integer PRIMARY KEY, reader text, due date);
CREATE PUBLICATION desk FOR TABLE loans (id, reader) WHERE (id > 10);
