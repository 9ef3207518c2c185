CREATE TABLE loans (id bigint PRIMARY KEY, reader text, due date);
CREATE PUBLICATION desk FOR TABLE loans;
