-- A trigger goes before its function.
CREATE TABLE loans (id bigint PRIMARY KEY);
