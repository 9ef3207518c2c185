-- Another query makes a materialized view anew, with its indexes and privileges.
CREATE TABLE loans (id bigint PRIMARY KEY, book text, back boolean);
CREATE MATERIALIZED VIEW popular AS SELECT book, count(*) AS n FROM loans WHERE back GROUP BY book;
CREATE UNIQUE INDEX popular_book ON popular (book);
ALTER MATERIALIZED VIEW popular OWNER TO keeper;
GRANT SELECT ON popular TO reader;
