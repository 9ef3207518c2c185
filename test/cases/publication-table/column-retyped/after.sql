-- A published column gets another type: its row filter is taken down for it and comes back.
CREATE TABLE loans (id bigint PRIMARY KEY, reader text, due date);
CREATE PUBLICATION desk FOR TABLE loans (id, reader) WHERE (id > 10);
