-- A publication is dropped.
CREATE TABLE loans (id bigint PRIMARY KEY, reader text, due date);
