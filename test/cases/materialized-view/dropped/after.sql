-- A materialized view is dropped with its index.
CREATE TABLE loans (id bigint PRIMARY KEY, book text);
