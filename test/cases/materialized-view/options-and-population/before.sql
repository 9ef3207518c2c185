CREATE TABLE loans (id bigint PRIMARY KEY, book text);
CREATE MATERIALIZED VIEW popular WITH (fillfactor = 80) AS SELECT book FROM loans WITH NO DATA;
