CREATE TABLE loans (id bigint PRIMARY KEY, reader text, due date);
CREATE TABLE returns (id bigint PRIMARY KEY);
CREATE PUBLICATION desk FOR TABLE loans, returns;
