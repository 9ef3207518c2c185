-- The column list and the row filter of a published table change, with a new column.
CREATE TABLE loans (id bigint PRIMARY KEY, reader text, branch text);
CREATE PUBLICATION desk FOR TABLE loans (id, branch) WHERE (id > 20);
