CREATE TABLE loans (id bigint PRIMARY KEY, book text);
CREATE MATERIALIZED VIEW popular AS SELECT book FROM loans;
CREATE INDEX popular_book ON popular (book);
