-- Options of a materialized view change in place; it is filled by a refresh.
CREATE TABLE loans (id bigint PRIMARY KEY, book text);
CREATE MATERIALIZED VIEW popular AS SELECT book FROM loans;
COMMENT ON MATERIALIZED VIEW popular IS 'Filled';
